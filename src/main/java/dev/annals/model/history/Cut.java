package dev.annals.model.history;

import dev.annals.model.schema.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

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
 * @param line where it stands among the others
 */
public record Cut(
    String name,
    String title,
    String date,
    Commit commit,
    int through,
    Snapshot schema,
    List<String> edited,
    SortedMap<String, Integer> files,
    Line line) {

  /**
   * Where a cut stands among the others of a list, in which none stands before what it descends
   * from.
   *
   * @param after the name of the cut that it descends from; empty for the one before it in the list
   * @param aside whether it is none of the main history: what is checked out does not descend from
   *     it
   */
  public record Line(String after, boolean aside) {

    /** That of a cut that follows the one before it. */
    public static final Line MAIN = new Line("", false);

    /**
     * Index of the cut that this one, of some number in a list, is compared with; -1 for the first.
     *
     * @param names of the cuts in the list
     */
    public int before(int number, IntFunction<String> names) {
      for (int i = number - 1; i >= 0 && !after.isEmpty(); i--) {
        if (names.apply(i).equals(after)) {
          return i;
        }
      }
      return number - 1;
    }
  }

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
    this(name, title, date, commit, through, schema, edited, new TreeMap<>(), Line.MAIN);
  }

  /** The same elsewhere among others. */
  public Cut at(Line other) {
    return new Cut(name, title, date, commit, through, schema, edited, files, other);
  }

  /**
   * True where it holds a migration of the main history.
   *
   * @param step its index
   */
  public boolean holds(int step, Migration migration) {
    return (files.isEmpty() || migration.version().isEmpty())
        ? step <= through
        : files.containsKey(migration.version());
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
