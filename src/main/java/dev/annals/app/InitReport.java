package dev.annals.app;

import java.util.List;

/**
 * What a first run has done, or would do.
 *
 * @param wrote files that are new, with what speaks for them
 * @param left files that were there, and are as they were
 * @param notes what else a user should know
 */
public record InitReport(List<Line> wrote, List<Line> left, List<String> notes) {

  public InitReport {
    wrote = List.copyOf(wrote);
    left = List.copyOf(left);
    notes = List.copyOf(notes);
  }

  /** A file, from the project's folder, and a few words about it. */
  public record Line(String path, String about) {}
}
