package dev.annals.render.diagram;

/** What is laid out: its size, and where lines meet it. */
interface Shape {

  int width();

  int height();

  /** Where lines of a row meet it, from its top; of no row for -1. */
  double middle(int row);

  /** Whether lines meet a side of it wherever they cross least. */
  default boolean free() {
    return false;
  }
}
