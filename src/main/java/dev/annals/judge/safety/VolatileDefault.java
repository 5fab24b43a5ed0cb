package dev.annals.judge.safety;

import dev.annals.model.change.Work;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** A new column whose default differs from row to row has to be written into every row. */
final class VolatileDefault implements SafetyRule {

  static final Set<String> RULES = Set.of("column-added-volatile-default", "column-added-identity");

  @Override
  public String id() {
    return "volatile-default";
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
    return Tolls.of(passage, toll -> toll.has(Work.REWRITE) && RULES.contains(toll.rule()))
        .map(
            tolls ->
                tolls.hazard(
                    "this rewrites " + tolls.on() + ": " + tolls.what(),
                    "A constant default costs nothing, one that is another for each row is written"
                        + " into all of them while readers and writers wait.",
                    "Add the column without a default, set the default in a statement of its own,"
                        + " and fill the old rows in small batches."));
  }
}
