package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.judge.rules.Words.where;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import java.util.List;
import java.util.Optional;

/** A unique key on columns of which some were unique by themselves. */
final class UniqueImplied implements VerdictRule {

  @Override
  public String id() {
    return "unique-implied";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Key.class)
        .filter(key -> !key.primary() && !key.nullsNotDistinct())
        .flatMap(
            key ->
                Proof.uniquePart(key.schema(), key.table(), key.columns(), context)
                    .map(
                        part ->
                            new Ruling(this, EQUIVALENT)
                                .lock(ACCESS_EXCLUSIVE)
                                .work(INDEX_BUILD)
                                .says(
                                    owner(key)
                                        + " is unique by "
                                        + columns(key.columns())
                                        + ", as "
                                        + alone(part))))
        .or(
            () ->
                Facts.added(change, Index.class)
                    .filter(index -> index.unique() && !index.nullsNotDistinct())
                    .flatMap(index -> ofIndex(index, context)));
  }

  private Optional<Verdict> ofIndex(Index index, ChangeContext context) {
    return Proof.uniquePart(index.schema(), index.table(), index.keys(), context)
        .map(UniqueImplied::alone)
        .or(() -> Proof.uniqueRows(index, context).map(rows -> before(rows, index)))
        .map(
            before ->
                new Ruling(this, EQUIVALENT)
                    .lock(IndexLock.ofBuild(context))
                    .workIf(IndexLock.isBuilt(index, context), INDEX_BUILD)
                    .says(
                        owner(index)
                            + " is unique by "
                            + columns(index.keys())
                            + where(index.predicate())
                            + ", as "
                            + before));
  }

  private static String before(Index rows, Index added) {
    boolean fewer = rows.keys().size() < added.keys().size();
    return (fewer ? alone(rows.keys()) : "it was before") + where(rows.predicate());
  }

  private static String alone(List<String> part) {
    return list(part) + (part.size() == 1 ? " alone was before" : " alone were before");
  }
}
