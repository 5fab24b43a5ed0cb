package dev.annals.json;

import dev.annals.model.gate.Baseline;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;

/**
 * What a check found, as JSON.
 *
 * @param format {@link #FORMAT}
 * @param project the project's title
 * @param database its name
 * @param engine what it was replayed on
 * @param version the schema version
 * @param threshold from which severity on findings fail: {@code error}, {@code warn}, {@code info}
 *     or {@code never}
 * @param failed whether any does
 * @param findings all of them, the ignored and the known ones as well
 * @param baseline the baseline's file; empty where there is none
 * @param gone what the baseline lists and is no longer found
 */
record CheckDocument(
    String format,
    String project,
    String database,
    String engine,
    String version,
    String threshold,
    boolean failed,
    List<FindingEntry> findings,
    String baseline,
    List<Baseline.Entry> gone) {

  static final String FORMAT = "annals-check/1";

  /**
   * One finding.
   *
   * @param fingerprint what it is known by, wherever its line moves
   * @param rule the rule's id
   * @param severity how much it matters, after the team's policy
   * @param confidence how sure the rule is
   * @param state {@code open}, {@code ignored} or {@code known}
   * @param fails whether it fails the check
   * @param ignored why it is ignored
   * @param subjects what it is about, by their full names
   * @param message what is wrong
   * @param why why that matters
   * @param advice what to do
   * @param path the file, from the project's folder
   * @param line the line in it, counted from 1; 0 where there is none
   * @param migration the migration that brought it
   * @param release the first release that has it
   */
  record FindingEntry(
      String fingerprint,
      String rule,
      Severity severity,
      Confidence confidence,
      String state,
      boolean fails,
      String ignored,
      List<Subject> subjects,
      String message,
      String why,
      String advice,
      String path,
      int line,
      String migration,
      String release) {}

  /** What a finding is about: its sort in words, and its full name. */
  record Subject(String kind, String name) {}
}
