package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import java.util.Optional;

/** As whose what happens to partitions is sent. */
final class PublicationRootChanged implements VerdictRule {

  @Override
  public String id() {
    return "publication-root-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Publication.class, Property.VIA_ROOT)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .note(
                        "Subscribers stop that have no table of the name that changes now come under")
                    .says(
                        the(altered.after())
                            + " sends what happens to partitions as that of "
                            + (altered.after().viaRoot()
                                ? "their partitioned table"
                                : "each partition")));
  }
}
