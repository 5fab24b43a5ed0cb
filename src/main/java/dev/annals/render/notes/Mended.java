package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was wrong before a release, as those say who mended it: all that its migrations did to the
 * object was done by some whose name, comment or commit speaks of a fix.
 */
final class Mended {

  private static final Pattern FIX =
      Pattern.compile(
          "(?i)\\b(?:(?:bug|hot)?fix(?:es|ed|ing)?|repair(?:s|ed)?|corrects?|corrected)\\b");

  private static final Set<ObjectKind> CAN_BE_WRONG =
      EnumSet.of(
          ObjectKind.CHECK,
          ObjectKind.FOREIGN_KEY,
          ObjectKind.ROUTINE,
          ObjectKind.TRIGGER,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.COLUMN);

  private final Map<ObjectRef, Boolean> mended = new HashMap<>();

  Mended(Chronicle chronicle, Release release) {
    for (int index : release.steps()) {
      JudgedStep step = chronicle.steps().get(index);
      boolean fix = isFix(step.step().migration());
      for (JudgedChange judged : step.changes()) {
        mended.merge(judged.change().subject(), fix, Boolean::logicalAnd);
      }
    }
  }

  /** True for a change of something that had been there, and that was mended. */
  boolean is(JudgedChange judged) {
    return CAN_BE_WRONG.contains(judged.change().kind())
        && (judged.change() instanceof Change.Altered
            || judged.change() instanceof Change.Recreated)
        && mended.getOrDefault(judged.change().subject(), false);
  }

  private static boolean isFix(Migration migration) {
    return FIX.matcher(migration.description()).find()
        || FIX.matcher(migration.introduced().subject()).find()
        || FIX.matcher(first(migration.comment())).find();
  }

  private static String first(String comment) {
    return PageText.cut(comment, 120);
  }
}
