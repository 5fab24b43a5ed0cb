package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** An index that a foreign key of before had lacked. */
final class ForeignKeyIndexed implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-indexed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Index.class)
        .filter(index -> !index.unique() && index.valid() && index.predicate().isEmpty())
        .flatMap(index -> lacking(index, context).map(key -> verdict(index, key, context)));
  }

  private static Optional<ForeignKey> lacking(Index index, ChangeContext context) {
    String schema = index.schema();
    String table = index.table();
    return context.formerParts(schema, table, ForeignKey.class).stream()
        .filter(key -> begins(index.keys(), key))
        .filter(
            key ->
                context.formerParts(schema, table, Index.class).stream()
                    .filter(other -> other.valid() && other.predicate().isEmpty())
                    .noneMatch(other -> begins(other.keys(), key)))
        .filter(
            key ->
                context.formerParts(schema, table, Key.class).stream()
                    .noneMatch(other -> begins(other.columns(), key)))
        .findFirst();
  }

  private static boolean begins(List<String> columns, ForeignKey key) {
    int size = key.columns().size();
    return columns.size() >= size
        && new HashSet<>(columns.subList(0, size)).equals(new HashSet<>(key.columns()));
  }

  private Verdict verdict(Index index, ForeignKey key, ChangeContext context) {
    return new Ruling(this, EQUIVALENT)
        .lock(IndexLock.ofBuild(context))
        .workIf(IndexLock.isBuilt(index, context), INDEX_BUILD)
        .note("Deletes of " + key.targetTable() + " no longer read all of " + key.table())
        .instead("Build " + index.name() + " CONCURRENTLY")
        .says(
            "new index "
                + index.name()
                + " on "
                + owner(index)
                + " "
                + columns(index.keys())
                + ", which foreign key "
                + key.name()
                + " had lacked");
  }
}
