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
    String release) {

  public Finding {
    subjects = List.copyOf(subjects);
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
}
