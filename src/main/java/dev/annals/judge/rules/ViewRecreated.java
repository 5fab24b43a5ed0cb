package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.View;
import java.util.List;
import java.util.Optional;

/** A view that was dropped and created again. */
final class ViewRecreated implements VerdictRule {

  @Override
  public String id() {
    return "view-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, View.class)
        .map(pair -> verdict(pair.after(), Grants.lost(pair.before(), context), context));
  }

  private Verdict verdict(View view, List<String> lost, ChangeContext context) {
    boolean loses = !lost.isEmpty();
    return new Ruling(this, loses ? BREAKING : EQUIVALENT)
        .readers(loses ? BREAKS : Effect.NONE)
        .writers(loses && view.updatable() ? BREAKS : Effect.NONE)
        .lock(ACCESS_EXCLUSIVE)
        .workIf(
            !context.after().partsOf(view.schema(), view.name(), Index.class).isEmpty(),
            INDEX_BUILD)
        .noteIf(loses, "Grants to " + list(lost) + " are gone")
        .instead(loses ? "Give the grants again in the same transaction, or CREATE OR REPLACE" : "")
        .says(
            the(view)
                + " was dropped and created again"
                + (loses ? ": its grants are gone" : ", and nobody has lost a grant"));
  }
}
