package dev.annals.judge.rules;

import dev.annals.model.change.Lock;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Table;
import java.util.Set;

/**
 * Locks of building and dropping an index. The schema does not tell whether that was done
 * concurrently; a migration that could not run in a transaction does.
 */
final class IndexLock {

  private IndexLock() {}

  static Lock ofBuild(ChangeContext context) {
    return context.observation().transactional() ? Lock.SHARE : Lock.SHARE_UPDATE_EXCLUSIVE;
  }

  /** What is left to advise to who wants an index: some have built it concurrently already. */
  static String advice(Index index, ChangeContext context) {
    boolean concurrent =
        context.route().concurrentBuilds().stream()
            .anyMatch(stop -> stop.names(Set.of(index.name())));
    if (!index.unique()) {
      return concurrent ? "" : "Build " + index.name() + " CONCURRENTLY";
    }
    return concurrent
        ? "Take the duplicates away first: a build that fails on one leaves the index behind, invalid"
        : "Build " + index.name() + " CONCURRENTLY after the duplicates are gone";
  }

  /**
   * True where rows are read for it: a partitioned table's own index is built on its partitions, if
   * it has any, and not at all {@code ON ONLY}.
   */
  static boolean isBuilt(Index index, ChangeContext context) {
    boolean partitioned =
        context
            .after()
            .table(index.schema(), index.table())
            .map(table -> !table.partitionKey().isEmpty())
            .orElse(false);
    String name = Dotted.of(index.schema(), index.table());
    return index.valid()
        && (!partitioned
            || context.after().all(Table.class).anyMatch(t -> t.partitionOf().equals(name)));
  }

  static Lock ofDrop(ChangeContext context) {
    return context.observation().transactional()
        ? Lock.ACCESS_EXCLUSIVE
        : Lock.SHARE_UPDATE_EXCLUSIVE;
  }
}
