package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A trigger, policy, grant or the like that was made again. */
final class PartRecreated implements VerdictRule {

  @Override
  public String id() {
    return "part-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, SchemaObject.class)
        .map(
            pair ->
                new Ruling(this, EQUIVALENT)
                    .lock(change.kind().belongsToRelation() ? ACCESS_EXCLUSIVE : Lock.NONE)
                    .says(the(pair.after()) + " was dropped and created again"));
  }
}
