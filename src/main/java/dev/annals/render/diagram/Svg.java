package dev.annals.render.diagram;

import java.util.List;
import org.eclipse.elk.core.math.KVector;

/**
 * Draws placed boxes and routes as SVG with real text. All colours are the style sheet's, and so is
 * what is the same in every box: corners, the height of a head, and where types end. A text without
 * a class is the name of a column; an edge names its two boxes by their places in the picture, and
 * is of two paths, the first dashed, where the key takes null.
 */
final class Svg {

  private final StringBuilder out = new StringBuilder();

  /** Boxes of the parts that are drawn. */
  private int drawn;

  private Svg() {}

  /** Text made safe for XML; characters that XML forbids become a replacement mark. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default ->
                    safe.appendCodePoint(
                        (c < 0x20 && c != '\t')
                                || (c >= 0xD800 && c <= 0xDFFF)
                                || (c >= 0xFFFE && c <= 0xFFFF)
                            ? 0xFFFD
                            : c);
              }
            });
    return safe.toString();
  }

  static String draw(String title, List<Part> parts, double width, double height) {
    Svg svg = new Svg();
    svg.out
        .append(
            "<svg class=\"er\" xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" aria-label=\"")
        .append(escape(title))
        .append("\">");
    parts.forEach(svg::part);
    return svg.out.append("</svg>").toString();
  }

  /**
   * A piece of the picture: one connected component, or one area.
   *
   * @param label the area's name; empty for no frame
   */
  record Part(
      String label, double x, double y, List<Box> boxes, List<Edge> edges, Layout.Placed placed) {}

  private void part(Part part) {
    out.append("<g transform=\"translate(").append(number(part.x())).append(' ');
    out.append(number(part.y())).append(")\">");
    if (!part.label().isEmpty()) {
      out.append("<rect class=\"er-area\" x=\"-10\" y=\"-30\" width=\"");
      out.append(number(part.placed().width() + 20)).append("\" height=\"");
      out.append(number(part.placed().height() + 40)).append("\" rx=\"8\"/>");
      out.append("<text class=\"er-area-name\" x=\"2\" y=\"-11\">");
      out.append(escape(part.label())).append("</text>");
    }
    for (int i = 0; i < part.edges().size(); i++) {
      edge(part, i);
    }
    if (!part.placed().dots().isEmpty()) {
      out.append("<path class=\"er-dot\" d=\"");
      for (KVector dot : part.placed().dots()) {
        out.append('M').append(number(dot.x)).append(' ').append(number(dot.y)).append("h0");
      }
      out.append("\"/>");
    }
    for (int i = 0; i < part.boxes().size(); i++) {
      box(part.boxes().get(i), part.placed().x().get(i), part.placed().y().get(i));
    }
    drawn += part.boxes().size();
    out.append("</g>");
  }

  private void edge(Part part, int index) {
    Edge edge = part.edges().get(index);
    List<KVector> points = part.placed().routes().get(index);
    if (points.size() < 2) {
      return;
    }
    out.append("<g class=\"er-edge").append(state(edge.state()));
    out.append("\" data-ends=\"").append(drawn + edge.child()).append(' ');
    out.append(drawn + edge.parent()).append("\"><title>");
    out.append(escape(edge.name())).append("</title>");
    out.append("<path d=\"").append(path(points));
    if (edge.optional()) {
      out.append("\"/><path d=\"");
    }
    out.append(foot(points, edge)).append("\"/></g>");
  }

  static String path(List<KVector> points) {
    StringBuilder d = new StringBuilder();
    KVector last = null;
    for (KVector point : points) {
      if (last == null) {
        d.append('M').append(number(point.x)).append(' ').append(number(point.y));
      } else if (Math.round(last.y) == Math.round(point.y)) {
        d.append('H').append(number(point.x));
      } else if (Math.round(last.x) == Math.round(point.x)) {
        d.append('V').append(number(point.y));
      } else {
        d.append('L').append(number(point.x)).append(' ').append(number(point.y));
      }
      last = point;
    }
    return d.toString();
  }

  /** A crow's foot where many rows refer to one, a bar where at most one does. */
  private static String foot(List<KVector> points, Edge edge) {
    KVector end = points.get(points.size() - 1);
    KVector before = points.get(points.size() - 2);
    int away = before.x < end.x ? -1 : 1;
    int x = (int) Math.round(end.x);
    int y = (int) Math.round(end.y);
    return edge.one()
        ? "M" + (x + away * 7) + " " + (y - 4) + "v8"
        : "M" + x + " " + (y - 5) + "l" + away * 9 + " 5 " + -away * 9 + " 5";
  }

  private void box(Box box, double x, double y) {
    boolean linked = !box.href().isEmpty();
    out.append(linked ? "<a href=\"" + escape(box.href()) + "\" " : "<g ");
    out.append("class=\"er-box").append(state(box.state())).append(box.focus() ? " er-focus" : "");
    String shown =
        (box.state() == State.SAME ? "" : box.state().sign() + " ") + Box.cut(box.drawn());
    if (!shown.equals(box.label())) {
      out.append("\" data-table=\"").append(escape(box.label()));
    }
    out.append("\" transform=\"translate(");
    out.append(number(x)).append(' ').append(number(y)).append(")\">");
    out.append("<rect width=\"").append(box.width()).append("\" height=\"");
    out.append(box.height()).append("\"/>");
    out.append("<rect class=\"er-head\" width=\"").append(box.width()).append("\"/>");
    text("er-name", Box.PAD, 18, shown, box.label());
    for (int i = 0; i < box.rows().size(); i++) {
      row(box, i);
    }
    if (!box.more().isEmpty()) {
      text("er-more", Box.PAD, box.height() - 8, box.more(), box.more());
    }
    out.append(linked ? "</a>" : "</g>");
  }

  private void row(Box box, int index) {
    Box.Row row = box.rows().get(index);
    double baseline = box.middle(index) + 4;
    if (row.state() != State.SAME) {
      out.append("<rect class=\"er-mark").append(state(row.state())).append("\" x=\"1\" y=\"");
      out.append(number(box.middle(index) - Box.ROW / 2.0)).append("\" width=\"");
      out.append(box.width() - 2).append("\" height=\"").append(Box.ROW).append("\"/>");
    }
    if (!row.key().isEmpty()) {
      text("er-key", Box.PAD, baseline, row.key(), row.key());
    }
    String sign = row.state() == State.SAME ? "" : row.state().sign() + " ";
    String name = sign + Box.cut(row.name());
    text(row.nullable() ? "er-null" : "", Box.PAD + box.keys(), baseline, name, row.name());
    String type = row.chip().isEmpty() ? Box.cut(row.type()) : Box.cut("→ " + row.chip());
    text(
        row.chip().isEmpty() ? "er-type" : "er-chip",
        box.width() - Box.PAD,
        baseline,
        type,
        row.chip().isEmpty() ? row.type() : row.chip());
  }

  private void text(String type, double x, double y, String shown, String whole) {
    out.append("<text");
    if (!type.isEmpty()) {
      out.append(" class=\"").append(type).append('"');
    }
    out.append(" x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\">")
        .append(escape(shown));
    if (shown.endsWith("…")) {
      out.append("<title>").append(escape(whole)).append("</title>");
    }
    out.append("</text>");
  }

  private static String state(State state) {
    return state == State.SAME ? "" : " er-" + state.label();
  }

  /** Whole pixels. */
  private static long number(double value) {
    return Math.round(value);
  }
}
