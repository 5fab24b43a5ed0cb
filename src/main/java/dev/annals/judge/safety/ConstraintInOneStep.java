package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.Work;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A constraint is added and checked against every row at once. */
final class ConstraintInOneStep implements SafetyRule {

  @Override
  public String id() {
    return "constraint-in-one-step";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    return Stream.concat(
        Tolls.of(passage, toll -> isOne(toll) && !isOnNew(toll, passage))
            .map(tolls -> hazard(tolls)),
        Tolls.of(passage, toll -> isOne(toll) && isOnNew(toll, passage))
            .map(tolls -> hazard(tolls).mildIf(true)));
  }

  private static Hazard hazard(Tolls tolls) {
    return tolls.hazard(
        "this checks every row of " + tolls.on() + " under lock: " + tolls.what(),
        "Writers, and for a check constraint readers, wait until the last row is checked; for a"
            + " foreign key the writers of both tables.",
        "Add it NOT VALID, which only new rows have to keep to, and VALIDATE it in a later"
            + " migration: that lets others read and write.");
  }

  static boolean isOne(Toll toll) {
    Change change = toll.judged().change();
    boolean constraint =
        toll.subject().kind() == ObjectKind.FOREIGN_KEY
            || toll.subject().kind() == ObjectKind.CHECK;
    boolean validation =
        change instanceof Change.Altered altered && altered.property() == Property.VALIDATED;
    return toll.has(Work.SCAN) && constraint && !validation && !(change instanceof Change.Dropped);
  }

  /** A column that came with it is null in every old row, or the same in all. */
  private static boolean isOnNew(Toll toll, Passage passage) {
    List<String> columns =
        toll.judged().change() instanceof Change.Added added
                && added.object() instanceof ForeignKey key
            ? key.columns()
            : toll.judged().change() instanceof Change.Added other
                    && other.object() instanceof Check check
                ? check.columns()
                : List.of();
    return !columns.isEmpty() && passage.addedTo(toll.subject().owner()).containsAll(columns);
  }
}
