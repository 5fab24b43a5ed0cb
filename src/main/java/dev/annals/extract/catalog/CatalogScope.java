package dev.annals.extract.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader of a catalogue leaves out, beside the server's own schemas and what extensions
 * brought.
 *
 * @param bookkeeping tables in which migration tools keep what they have applied
 */
public record CatalogScope(Set<String> bookkeeping) {

  public CatalogScope {
    bookkeeping = Collections.unmodifiableSet(new TreeSet<>(bookkeeping));
  }

  /** Leaves Flyway's default tables out. */
  public static CatalogScope flyway() {
    return flyway("flyway_schema_history");
  }

  /** Leaves out the table that a project has Flyway keep its history in, and what older ones do. */
  public static CatalogScope flyway(String table) {
    return new CatalogScope(new TreeSet<>(List.of(table, "schema_version")));
  }
}
