package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.Work;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A column is made NOT NULL at once. */
final class NotNullInOneStep implements SafetyRule {

  @Override
  public String id() {
    return "not-null-in-one-step";
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
    return Tolls.of(passage, NotNullInOneStep::isOne)
        .map(
            tolls ->
                new Hazard(
                    tolls.subjects(),
                    "this reads all of " + tolls.on() + " under lock: " + tolls.what(),
                    "The table is locked for readers and writers until the server has looked for"
                        + " a null in every row.",
                    "Add CHECK (… IS NOT NULL) NOT VALID, validate it in a later migration, then SET"
                        + " NOT NULL and drop the check: the server takes the proof and reads nothing.",
                    tolls.line()));
  }

  static boolean isOne(Toll toll) {
    return toll.has(Work.SCAN)
        && toll.judged().change() instanceof Change.Altered altered
        && altered.property() == Property.NULLABLE;
  }
}
