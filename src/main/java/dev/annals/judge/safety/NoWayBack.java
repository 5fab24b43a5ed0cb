package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Reversibility;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** What a migration takes away is nowhere else. */
final class NoWayBack implements SafetyRule {

  @Override
  public String id() {
    return "no-way-back";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    List<JudgedChange> lost =
        passage.changes().stream().filter(each -> isLost(each, passage)).toList();
    if (lost.isEmpty()) {
      return Stream.empty();
    }
    List<String> names =
        lost.stream()
            .map(each -> each.change().subject())
            .map(ref -> (isColumn(ref) ? "the values of " : "the rows of ") + ref.display())
            .toList();
    return Stream.of(
        new Hazard(
            lost.stream().map(each -> each.change().subject()).toList(),
            "there is no way back from migration "
                + passage.migration().name()
                + ": "
                + Phrases.few(names)
                + " are gone",
            "An undo script can make it again, and only a backup can fill it.",
            "Take it out of use in one release and drop it in a later one; keep a copy of what may"
                + " be needed.",
            passage.lines().of(lost.get(0).change())));
  }

  private static boolean isColumn(ObjectRef ref) {
    return ref.kind() == ObjectKind.COLUMN;
  }

  private static boolean isLost(JudgedChange each, Passage passage) {
    ObjectRef subject = each.change().subject();
    return each.change() instanceof Change.Dropped
        && (subject.kind() == ObjectKind.TABLE || subject.kind() == ObjectKind.COLUMN)
        && each.verdict().data() == DataEffect.LOSS
        && each.verdict().reversibility() == Reversibility.IRREVERSIBLE
        && passage.table(each.change()).filter(passage::isOld).isPresent();
  }
}
