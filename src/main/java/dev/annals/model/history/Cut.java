package dev.annals.model.history;

import dev.annals.model.schema.Snapshot;
import java.util.List;

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
 */
public record Cut(
    String name,
    String title,
    String date,
    Commit commit,
    int through,
    Snapshot schema,
    List<String> edited) {

  public Cut {
    edited = edited.stream().sorted().toList();
  }
}
