package dev.annals.extract.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a project seems to keep its migrations.
 *
 * @param source the file that says so, from the project's folder; empty where the files themselves
 *     were found
 * @param locations folders from the project's folder; empty where there are none, or where a file
 *     of Flyway's own names them
 * @param settings what else is said to Flyway, as Flyway calls it
 * @param notes what was passed over, and what else a user should know
 */
public record FoundMigrations(
    String source, List<String> locations, SortedMap<String, String> settings, List<String> notes) {

  public FoundMigrations {
    locations = List.copyOf(locations);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    notes = List.copyOf(notes);
  }

  /** The same with one more setting. */
  public FoundMigrations with(String key, String value, String note) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(key, value);
    List<String> told = new java.util.ArrayList<>(notes);
    told.add(note);
    return new FoundMigrations(source, locations, new TreeMap<>(more), told);
  }
}
