package dev.annals.judge.rules;

import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import java.util.Optional;

/** Duplicates that are taken from now on. */
final class UniqueDropped implements VerdictRule {

  @Override
  public String id() {
    return "unique-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Key.class)
        .map(key -> DuplicatesTaken.verdict(this, key, key.columns(), ACCESS_EXCLUSIVE, context));
  }
}
