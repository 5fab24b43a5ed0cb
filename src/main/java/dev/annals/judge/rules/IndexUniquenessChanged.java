package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An index that begins, or ceases, to reject duplicates. */
final class IndexUniquenessChanged implements VerdictRule {

  @Override
  public String id() {
    return "index-uniqueness-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Index.class, Property.UNIQUE)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(altered.lost() ? CONDITIONAL : Effect.NONE)
                    .writers(BREAKS)
                    .data(altered.gained() ? FAILS : DataEffect.NONE)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .reversible(WITH_CARE)
                    .note(
                        altered.gained()
                            ? "The migration fails if rows hold duplicates"
                            : "INSERT … ON CONFLICT on its columns fails, and readers can meet several rows")
                    .instead("Build the new index CONCURRENTLY under another name")
                    .says(
                        the(altered.after())
                            + (altered.gained()
                                ? " rejects duplicates from now on"
                                : " takes duplicates from now on")));
  }
}
