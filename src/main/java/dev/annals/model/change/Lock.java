package dev.annals.model.change;

import java.util.Locale;

/**
 * PostgreSQL's table locks, from weakest to strongest, with whom each makes wait (PostgreSQL
 * documentation, "Explicit Locking").
 */
public enum Lock {
  NONE("nobody"),
  ACCESS_SHARE("nobody but DROP and ALTER"),
  ROW_SHARE("nobody but DROP and ALTER"),
  ROW_EXCLUSIVE("index builds and ALTER"),
  SHARE_UPDATE_EXCLUSIVE("other DDL and VACUUM"),
  SHARE("writers"),
  SHARE_ROW_EXCLUSIVE("writers"),
  EXCLUSIVE("writers and SELECT … FOR UPDATE"),
  ACCESS_EXCLUSIVE("readers and writers");

  private final String blocks;

  Lock(String blocks) {
    this.blocks = blocks;
  }

  /** Who has to wait while it is held. */
  public String blocks() {
    return blocks;
  }

  /** The server's own words: {@code ACCESS EXCLUSIVE}. */
  public String label() {
    return this == NONE ? "none" : name().replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  /** True where ordinary INSERT, UPDATE and DELETE have to wait. */
  public boolean blocksWriters() {
    return compareTo(SHARE) >= 0;
  }

  /** True where a plain SELECT has to wait. */
  public boolean blocksReaders() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** The stronger of the two. */
  public Lock or(Lock other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Reads {@code pg_locks.mode}: {@code AccessExclusiveLock}. Unknown modes are {@link #NONE}. */
  public static Lock ofMode(String mode) {
    String name = mode.replaceAll("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    for (Lock lock : values()) {
      if (lock.name().equalsIgnoreCase(name)) {
        return lock;
      }
    }
    return NONE;
  }
}
