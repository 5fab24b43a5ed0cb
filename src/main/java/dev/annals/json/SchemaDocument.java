package dev.annals.json;

import dev.annals.model.schema.SchemaObject;
import java.util.List;

/**
 * {@code schema.json}: one schema.
 *
 * @param format {@code annals-schema/1}
 * @param database the database's name
 * @param engine {@code PostgreSQL 17}
 * @param version the schema version
 * @param objects every object, sorted by address
 */
public record SchemaDocument(
    String format, String database, String engine, String version, List<SchemaObject> objects) {

  public SchemaDocument {
    objects = List.copyOf(objects);
  }
}
