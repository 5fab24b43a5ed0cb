package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A trigger, event trigger, policy, rule or statistics under another name. */
final class PartRenamed implements VerdictRule {

  @Override
  public String id() {
    return "part-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, SchemaObject.class)
        .map(
            pair ->
                new Ruling(this, EQUIVALENT)
                    .lock(change.kind().belongsToRelation() ? ACCESS_EXCLUSIVE : Lock.NONE)
                    .noteIf(
                        change.kind() == ObjectKind.TRIGGER
                            || change.kind() == ObjectKind.EVENT_TRIGGER,
                        "Triggers of the same moment fire in the order of their names")
                    .says(the(pair.before()) + " is now called " + pair.after().ref().name()));
  }
}
