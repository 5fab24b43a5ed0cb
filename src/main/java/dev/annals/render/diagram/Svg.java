package dev.annals.render.diagram;

import java.util.List;
import org.eclipse.elk.core.math.KVector;

/** Draws placed boxes and routes as SVG with real text. All colours are the style sheet's. */
final class Svg {

  private final StringBuilder out = new StringBuilder();

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
    for (KVector dot : part.placed().dots()) {
      out.append("<circle class=\"er-dot\" cx=\"").append(number(dot.x));
      out.append("\" cy=\"").append(number(dot.y)).append("\" r=\"2\"/>");
    }
    for (int i = 0; i < part.boxes().size(); i++) {
      box(part.boxes().get(i), part.placed().x().get(i), part.placed().y().get(i));
    }
    out.append("</g>");
  }

  private void edge(Part part, int index) {
    Edge edge = part.edges().get(index);
    List<KVector> points = part.placed().routes().get(index);
    if (points.size() < 2) {
      return;
    }
    String from = part.boxes().get(edge.child()).label();
    String to = part.boxes().get(edge.parent()).label();
    out.append("<g class=\"er-edge").append(state(edge.state()));
    out.append("\" data-from=\"").append(escape(from)).append("\" data-to=\"");
    out.append(escape(to)).append("\"><title>").append(escape(edge.name())).append("</title>");
    out.append("<path");
    if (edge.optional()) {
      out.append(" class=\"er-optional\" d=\"").append(path(points)).append("\"/><path");
    }
    out.append(" d=\"").append(edge.optional() ? "" : path(points)).append(foot(points, edge));
    out.append("\"/></g>");
  }

  private static String path(List<KVector> points) {
    StringBuilder d = new StringBuilder();
    KVector last = null;
    for (KVector point : points) {
      if (last == null) {
        d.append('M').append(number(point.x)).append(' ').append(number(point.y));
      } else if (Math.abs(last.y - point.y) < 0.05) {
        d.append('H').append(number(point.x));
      } else if (Math.abs(last.x - point.x) < 0.05) {
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
    double away = before.x < end.x ? -1 : 1;
    if (edge.one()) {
      return "M%s %sv8".formatted(number(end.x + away * 7), number(end.y - 4));
    }
    String x = number(end.x);
    String tip = number(end.x + away * 9) + " " + number(end.y);
    return "M%s %sL%sL%s %s".formatted(x, number(end.y - 5), tip, x, number(end.y + 5));
  }

  private void box(Box box, double x, double y) {
    boolean linked = !box.href().isEmpty();
    out.append(linked ? "<a href=\"" + escape(box.href()) + "\" " : "<g ");
    out.append("class=\"er-box").append(state(box.state())).append(box.focus() ? " er-focus" : "");
    out.append("\" data-table=\"").append(escape(box.label())).append("\" transform=\"translate(");
    out.append(number(x)).append(' ').append(number(y)).append(")\">");
    out.append("<rect class=\"er-frame\" width=\"").append(box.width()).append("\" height=\"");
    out.append(box.height()).append("\" rx=\"5\"/>");
    out.append("<rect class=\"er-head\" width=\"").append(box.width()).append("\" height=\"");
    out.append(Box.HEAD).append("\" rx=\"5\"/>");
    String sign = box.state() == State.SAME ? "" : box.state().sign() + " ";
    text("er-name", Box.PAD, 18, sign + Box.cut(box.label()), box.label());
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
    text(
        row.nullable() ? "er-col er-null" : "er-col",
        Box.PAD + box.keys(),
        baseline,
        name,
        row.name());
    String type = row.chip().isEmpty() ? Box.cut(row.type()) : Box.cut("→ " + row.chip());
    double x = box.width() - Box.PAD - Box.typeWidth(row);
    text(
        row.chip().isEmpty() ? "er-type" : "er-chip",
        x,
        baseline,
        type,
        row.chip().isEmpty() ? row.type() : row.chip());
  }

  private void text(String type, double x, double y, String shown, String whole) {
    out.append("<text class=\"").append(type).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\">").append(escape(shown));
    if (shown.endsWith("…")) {
      out.append("<title>").append(escape(whole)).append("</title>");
    }
    out.append("</text>");
  }

  private static String state(State state) {
    return state == State.SAME ? "" : " er-" + state.label();
  }

  /** At most one digit behind the point, and none that says nothing; never a locale's comma. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return sign + whole + (rest == 0 ? "" : "." + rest);
  }
}
