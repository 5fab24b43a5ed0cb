package dev.annals.render.diagram;

/** How much of a table is shown. */
enum Detail {
  NAME,
  /** The columns that keys between the tables of the picture join. */
  LINKS,
  KEYS,
  ALL,
  MARKED
}
