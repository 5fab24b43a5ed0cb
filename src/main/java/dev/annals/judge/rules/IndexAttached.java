package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** An index that is told by its partitioned table's from now on. */
final class IndexAttached implements VerdictRule {

  @Override
  public String id() {
    return "index-attached";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Index.class)
        .filter(index -> parentHasOne(index, context))
        .map(
            index ->
                new Ruling(this, EQUIVALENT)
                    .says(the(index) + " is a part of the partitioned table's index from now on"));
  }

  private static boolean parentHasOne(Index index, ChangeContext context) {
    return context
        .after()
        .table(index.schema(), index.table())
        .filter(table -> !table.partitionOf().isEmpty())
        .map(
            table ->
                context
                    .after()
                    .all(Index.class)
                    .filter(
                        other ->
                            table.partitionOf().equals(Dotted.of(other.schema(), other.table())))
                    .anyMatch(
                        other ->
                            other.keys().equals(index.keys()) && other.unique() == index.unique()))
        .orElse(false);
  }
}
