package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A view that shows the same columns from another query. */
final class ViewQueryChanged implements VerdictRule {

  @Override
  public String id() {
    return "view-query-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, View.class, Property.DEFINITION)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .writers(altered.before().updatable() ? CONDITIONAL : Effect.NONE)
                    .lock(ACCESS_EXCLUSIVE)
                    .noteIf(
                        altered.before().updatable(),
                        "Writers through the view can miss rows that it no longer shows")
                    .says(the(altered.after()) + " has another query"));
  }
}
