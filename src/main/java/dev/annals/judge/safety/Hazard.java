package dev.annals.judge.safety;

import dev.annals.model.schema.ObjectRef;
import java.util.List;

/**
 * One danger in a migration.
 *
 * @param subjects what it is about
 * @param what what is dangerous, without a full stop
 * @param why why it matters, in sentences
 * @param instead what to do, in sentences
 * @param line the line of the migration's file; 0 where it cannot be told
 * @param doubtful less sure than the rule is as a rule
 * @param mild worth no more than a remark
 */
record Hazard(
    List<ObjectRef> subjects,
    String what,
    String why,
    String instead,
    int line,
    boolean doubtful,
    boolean mild) {

  Hazard {
    subjects = subjects.stream().distinct().toList();
  }

  Hazard(List<ObjectRef> subjects, String what, String why, String instead, int line) {
    this(subjects, what, why, instead, line, false, false);
  }

  /** The same, one step less sure where that holds. */
  Hazard doubtfulIf(boolean so) {
    return new Hazard(subjects, what, why, instead, line, doubtful || so, mild);
  }

  /** The same as a remark where that holds. */
  Hazard mildIf(boolean so) {
    return new Hazard(subjects, what, why, instead, line, doubtful, mild || so);
  }
}
