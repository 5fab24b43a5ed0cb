package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An index that is broken, or mended. */
final class IndexValidityChanged implements VerdictRule {

  @Override
  public String id() {
    return "index-validity-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Index.class, Property.VALID)
        .map(
            altered ->
                new Ruling(this, altered.lost() ? POTENTIALLY_BREAKING : EQUIVALENT)
                    .writers(altered.lost() && altered.after().unique() ? CONDITIONAL : Effect.NONE)
                    .noteIf(
                        altered.gained(),
                        "Where it took a REINDEX, writers waited; attached partitions' indexes make it valid at once")
                    .noteIf(
                        altered.lost(),
                        "It serves no reader, and may or may not keep duplicates out")
                    .instead(
                        altered.lost()
                            ? "Drop " + altered.after().name() + " and build it again"
                            : "")
                    .says(
                        the(altered.after())
                            + (altered.lost() ? " is invalid" : " is valid again")));
  }
}
