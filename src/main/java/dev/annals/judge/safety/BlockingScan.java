package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every row is read while nobody can use the table. */
final class BlockingScan implements SafetyRule {

  private static final String WHY =
      "The table is locked for readers and writers until its last row is read.";
  private static final String INSTEAD =
      "Add the condition as a check constraint that is NOT VALID, validate it in a later migration,"
          + " and let this follow: what is proved is not read again.";

  @Override
  public String id() {
    return "blocking-scan";
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
    Set<ObjectRef> claimed =
        passage.tolls().stream()
            .filter(toll -> toll.has(Work.SCAN))
            .filter(
                toll -> isMine(passage, toll) || toll.subject().kind() == ObjectKind.PRIMARY_KEY)
            .map(Toll::table)
            .collect(Collectors.toSet());
    Stream<Hazard> told =
        Tolls.of(passage, toll -> isMine(passage, toll))
            .map(
                tolls ->
                    tolls.hazard(
                        "this reads all of " + tolls.on() + " under lock: " + tolls.what(),
                        WHY,
                        INSTEAD));
    Stream<Hazard> others =
        passage.worked(Work.SCAN).stream()
            .filter(table -> passage.lock(table) == Lock.ACCESS_EXCLUSIVE)
            .filter(table -> !claimed.contains(table) && !isRewritten(passage, table))
            .filter(table -> !isExplained(passage, table))
            .map(
                table ->
                    new Hazard(
                        List.of(table),
                        "this reads all of " + table.display() + " under lock",
                        WHY,
                        INSTEAD,
                        passage.lines().of(table)));
    return Stream.concat(told, others);
  }

  private static boolean isMine(Passage passage, Toll toll) {
    Change change = toll.judged().change();
    return toll.has(Work.SCAN)
        && !(change instanceof Change.Dropped)
        && !(change instanceof Change.Renamed)
        && toll.subject().kind() != ObjectKind.PRIMARY_KEY
        && passage.lock(toll.table()) == Lock.ACCESS_EXCLUSIVE
        && toll.lock() == Lock.ACCESS_EXCLUSIVE
        && !isRewritten(passage, toll.table())
        && !isExplained(passage, toll.table());
  }

  /** Where another rule tells why the table is read, nothing more is to be told. */
  private static boolean isExplained(Passage passage, ObjectRef table) {
    return passage.tolls().stream()
        .filter(toll -> toll.table().equals(table))
        .anyMatch(toll -> NotNullInOneStep.isOne(toll) || ConstraintInOneStep.isOne(toll));
  }

  private static boolean isRewritten(Passage passage, ObjectRef table) {
    return passage.work(table).contains(Work.REWRITE);
  }
}
