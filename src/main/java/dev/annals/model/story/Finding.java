package dev.annals.model.story;

import dev.annals.model.schema.ObjectRef;
import java.util.List;

/**
 * Something that a rule has to say about a schema, a change, a migration or a rationale page.
 *
 * @param rule the rule's id
 * @param severity how much it matters
 * @param confidence how sure the rule is
 * @param subjects what it is about; empty where it is about a file alone
 * @param message one sentence, without a full stop, naming what is wrong
 * @param why why that matters, in sentences; may be empty
 * @param advice what to do; may be empty
 * @param path the file that it points to, from the project's folder; empty where there is none
 * @param line the line in that file, counted from 1; 0 where there is none
 * @param migration the version or name of the migration that brought it; empty where there is none
 * @param release the first release that has it; empty where there is none
 * @param fingerprint what it is known by, wherever its line moves; empty before it is known
 * @param ignored why the team ignores it; empty where it does not
 * @param known true where the team's baseline has it
 */
public record Finding(
    String rule,
    Severity severity,
    Confidence confidence,
    List<ObjectRef> subjects,
    String message,
    String why,
    String advice,
    String path,
    int line,
    String migration,
    String release,
    String fingerprint,
    String ignored,
    boolean known) {

  public Finding {
    subjects = List.copyOf(subjects);
  }

  /** A finding of which the team has not been asked. */
  public Finding(
      String rule,
      Severity severity,
      Confidence confidence,
      List<ObjectRef> subjects,
      String message,
      String why,
      String advice,
      String path,
      int line,
      String migration,
      String release) {
    this(
        rule,
        severity,
        confidence,
        subjects,
        message,
        why,
        advice,
        path,
        line,
        migration,
        release,
        "",
        "",
        false);
  }

  /** A finding that leaves no doubt and needs no explanation. */
  public Finding(
      String rule,
      Severity severity,
      List<ObjectRef> subjects,
      String message,
      String advice,
      String path,
      int line,
      String migration) {
    this(rule, severity, Confidence.HIGH, subjects, message, "", advice, path, line, migration, "");
  }

  /** True where the team neither ignores it nor knows it already. */
  public boolean open() {
    return ignored.isEmpty() && !known;
  }

  /** The same, mattering that much. */
  public Finding withSeverity(Severity other) {
    return copy(other, fingerprint, ignored, known);
  }

  /** The same, ignored for that reason. */
  public Finding ignoredBecause(String reason) {
    return copy(severity, fingerprint, reason, known);
  }

  /** The same, known by that. */
  public Finding withFingerprint(String print) {
    return copy(severity, print, ignored, known);
  }

  /** The same, as the baseline has it. */
  public Finding asKnown() {
    return copy(severity, fingerprint, ignored, true);
  }

  private Finding copy(Severity other, String print, String reason, boolean inBaseline) {
    return new Finding(
        rule,
        other,
        confidence,
        subjects,
        message,
        why,
        advice,
        path,
        line,
        migration,
        release,
        print,
        reason,
        inBaseline);
  }
}
