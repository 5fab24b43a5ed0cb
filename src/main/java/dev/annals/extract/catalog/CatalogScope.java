package dev.annals.extract.catalog;

import java.util.Collections;
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
    return new CatalogScope(Set.of("flyway_schema_history", "schema_version"));
  }
}
