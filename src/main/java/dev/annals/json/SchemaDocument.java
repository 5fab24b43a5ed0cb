package dev.annals.json;

import dev.annals.model.schema.SchemaObject;
import java.util.List;

/**
 * What {@code schema.json} holds, as {@link Rows} write it: one schema.
 *
 * @param database the database's name
 * @param engine {@code PostgreSQL 17}
 * @param version the schema version
 * @param objects every object, sorted by address
 */
public record SchemaDocument(
    String database, String engine, String version, List<SchemaObject> objects) {

  public SchemaDocument {
    objects = List.copyOf(objects);
  }
}
