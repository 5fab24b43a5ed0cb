package dev.annals.judge.reverse;

/**
 * When a statement of the way back runs. What leans on something else goes before it and comes
 * after it; names are given back once what has taken them is gone.
 */
enum Phase {
  /** Event triggers, which may refuse what follows. */
  GUARDS_GO,
  /** Rights, policies, triggers, rules. */
  LOOSEN,
  /** Views, and routines that read relations. */
  READERS_GO,
  FOREIGN_KEYS_GO,
  CONSTRAINTS_GO,
  COLUMNS_GO,
  TABLES_GO,
  NAMES,
  /** Name spaces, types, sequences, routines. */
  UNITS_COME,
  TABLES_COME,
  COLUMNS_COME,
  ALTER,
  /** Types, sequences and routines, which nothing uses by now. */
  UNITS_GO,
  CONSTRAINTS_COME,
  FOREIGN_KEYS_COME,
  READERS_COME,
  ATTACH,
  /** Owners, rights, comments. */
  FINISH,
  /** Event triggers, which may refuse what came before. */
  GUARDS_COME
}
