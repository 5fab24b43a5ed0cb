package dev.annals.model.history;

import dev.annals.model.schema.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release as the team cut it, before it is judged: which migrations it holds and the schema that
 * they give.
 *
 * @param name {@code 1.4} or {@code v1.4.0}, as the team calls it
 * @param title a few words of the team's; may be empty
 * @param date the day, {@code 2024-05-31}; may be empty
 * @param commit the commit it was cut at; {@link Commit#UNKNOWN} outside git
 * @param through index of the last step of the main history that it holds; -1 for none
 * @param schema the schema that its own files give
 * @param edited migrations whose files at this cut differ from today's: paths, sorted
 * @param files checksums of the versioned migrations that it holds, by version; empty where that is
 *     not known, since the cut is one of today's files
 */
public record Cut(
    String name,
    String title,
    String date,
    Commit commit,
    int through,
    Snapshot schema,
    List<String> edited,
    SortedMap<String, Integer> files) {

  public Cut {
    edited = edited.stream().sorted().toList();
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A cut of today's files. */
  public Cut(
      String name,
      String title,
      String date,
      Commit commit,
      int through,
      Snapshot schema,
      List<String> edited) {
    this(name, title, date, commit, through, schema, edited, new TreeMap<>());
  }

  /** Versions that have another text in a later cut. */
  public List<String> rewrittenIn(Cut later) {
    return files.entrySet().stream()
        .filter(file -> later.files.containsKey(file.getKey()))
        .filter(file -> !file.getValue().equals(later.files.get(file.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Versions that a later cut does not have any more. */
  public List<String> missingIn(Cut later) {
    return later.files.isEmpty()
        ? List.of()
        : files.keySet().stream().filter(version -> !later.files.containsKey(version)).toList();
  }
}
