package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** A table takes duplicates from now on, whether a key or a unique index refused them. */
final class DuplicatesTaken {

  private DuplicatesTaken() {}

  static Verdict verdict(
      VerdictRule rule, SchemaObject gone, List<String> keys, Lock lock, ChangeContext context) {
    String where = gone instanceof Index index ? Words.where(index.predicate()) : "";
    Optional<List<String>> less = Proof.uniqueByLess(gone.ref(), keys, context);
    Ruling ruling =
        new Ruling(rule, BREAKING)
            .readers(less.isPresent() ? NONE : CONDITIONAL)
            .writers(BREAKS)
            .lock(lock)
            .reversible(WITH_CARE)
            .noteIf(less.isEmpty(), "Readers that expect at most one row can meet several")
            .note("INSERT … ON CONFLICT on these columns fails");
    return less.map(
            other ->
                ruling
                    .instead("Name " + columns(other) + " in ON CONFLICT")
                    .says(
                        owner(gone)
                            + " is unique by "
                            + columns(other)
                            + ", no longer by "
                            + columns(keys)
                            + (less.get().stream().allMatch(keys::contains) ? "" : " as written")))
        .orElseGet(
            () ->
                ruling
                    .instead("Keep a unique index on " + columns(keys) + where)
                    .says(
                        owner(gone)
                            + " takes duplicates of "
                            + columns(keys)
                            + where
                            + " from now on"));
  }
}
