package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Columns that a key's index merely carries. */
final class KeyIncludeChanged implements VerdictRule {

  @Override
  public String id() {
    return "key-include-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Key.class, Property.INCLUDE)
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .says("columns carried by " + the(altered.after()) + " " + altered.parts()));
  }
}
