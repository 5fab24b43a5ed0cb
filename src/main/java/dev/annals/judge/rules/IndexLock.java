package dev.annals.judge.rules;

import dev.annals.model.change.Lock;

/**
 * Locks of building and dropping an index. The schema does not tell whether that was done
 * concurrently; a migration that could not run in a transaction does.
 */
final class IndexLock {

  private IndexLock() {}

  static Lock ofBuild(ChangeContext context) {
    return context.observation().transactional() ? Lock.SHARE : Lock.SHARE_UPDATE_EXCLUSIVE;
  }

  static Lock ofDrop(ChangeContext context) {
    return context.observation().transactional()
        ? Lock.ACCESS_EXCLUSIVE
        : Lock.SHARE_UPDATE_EXCLUSIVE;
  }
}
