package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.SchemaObject;

/**
 * One object with where it was read.
 *
 * @param unit what is always read together: a relation, type or routine with all its parts
 * @param identity of the object; 0 where it has none
 * @param object the object
 */
record CatalogRow(String unit, long identity, SchemaObject object) {}
