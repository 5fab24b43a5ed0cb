package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One weakness of a schema.
 *
 * @param subjects what it is about; the migration that brought the first is the one to look at
 * @param what what is wrong, without a full stop
 * @param why why it matters for this object, in sentences
 * @param instead what to do, in sentences
 * @param because properties of the first subject; where one of them was altered later, that
 *     migration brought it
 * @param doubtful less sure than the rule is as a rule
 * @param mild worth no more than a remark
 */
record Flaw(
    List<ObjectRef> subjects,
    String what,
    String why,
    String instead,
    Set<Property> because,
    boolean doubtful,
    boolean mild) {

  Flaw {
    subjects = List.copyOf(subjects);
    because = Set.copyOf(because);
  }

  static Flaw of(ObjectRef subject, String what, String why, String instead) {
    return new Flaw(List.of(subject), what, why, instead, Set.of(), false, false);
  }

  /** The same, about another object, too. */
  Flaw and(ObjectRef other) {
    List<ObjectRef> all = new ArrayList<>(subjects);
    if (!all.contains(other)) {
      all.add(other);
    }
    return new Flaw(all, what, why, instead, because, doubtful, mild);
  }

  /** The same, brought by whatever altered these properties last. */
  Flaw because(Property... properties) {
    return new Flaw(subjects, what, why, instead, Set.of(properties), doubtful, mild);
  }

  /** The same, one step less sure where that holds. */
  Flaw doubtfulIf(boolean so) {
    return new Flaw(subjects, what, why, instead, because, doubtful || so, mild);
  }

  /** The same as a remark where that holds. */
  Flaw mildIf(boolean so) {
    return new Flaw(subjects, what, why, instead, because, doubtful, mild || so);
  }
}
