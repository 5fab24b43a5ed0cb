package dev.annals.render.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups side by side, row by row.
 *
 * @param at their upper left corners, in their order
 */
record Shelves(List<Point> at, double width, double height) {

  /** A corner. */
  record Point(double x, double y) {}

  /** What is put there. */
  interface Piece {
    double width();

    double height();
  }

  /** With shelves of a width that no piece is wider than, and a gap between pieces. */
  static Shelves of(List<? extends Piece> pieces, double limit, double gap) {
    List<Point> at = new ArrayList<>();
    double x = 0;
    double y = 0;
    double shelf = 0;
    double right = 0;
    for (Piece piece : pieces) {
      if (x > 0 && x + piece.width() > limit) {
        y += shelf + gap;
        x = 0;
        shelf = 0;
      }
      at.add(new Point(x, y));
      right = Math.max(right, x + piece.width());
      shelf = Math.max(shelf, piece.height());
      x += piece.width() + gap;
    }
    return new Shelves(at, right, y + shelf);
  }
}
