package dev.annals.render.diagram;

import java.util.List;
import java.util.function.Predicate;

/**
 * A diagram in the words of Mermaid's entity-relationship diagrams. What happened to a thing is
 * told by a sign, since colours are not ours to choose there.
 */
final class MermaidText {

  /** Mermaid draws no longer text, unless a site says otherwise ({@code maxTextSize}). */
  private static final int LIMIT = 50_000;

  private final List<Box> boxes;
  private final List<Edge> edges;

  private MermaidText(List<Box> boxes, List<Edge> edges) {
    this.boxes = boxes;
    this.edges = edges;
  }

  /** With as many columns as Mermaid takes; empty where there is nothing, or too much, to draw. */
  static String of(List<Box> boxes, List<Edge> edges) {
    if (boxes.isEmpty()) {
      return "";
    }
    MermaidText text = new MermaidText(boxes, edges);
    List<Predicate<Box.Row>> amounts =
        List.of(row -> true, row -> !row.key().isEmpty(), row -> false);
    for (Predicate<Box.Row> shown : amounts) {
      String diagram = text.with(shown);
      if (diagram.length() <= LIMIT) {
        return diagram;
      }
    }
    return "";
  }

  private String with(Predicate<Box.Row> shown) {
    StringBuilder out = new StringBuilder("erDiagram\n");
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      out.append("  ").append(name(i)).append("[\"").append(signed(box.state(), box.label()));
      out.append("\"]");
      List<Box.Row> rows = box.rows().stream().filter(shown).toList();
      if (!rows.isEmpty()) {
        out.append(" {\n");
        rows.forEach(row -> out.append("    ").append(row(row)).append('\n'));
        out.append("  }");
      }
      out.append('\n');
    }
    edges.forEach(edge -> out.append(relation(edge)));
    return out.toString().stripTrailing();
  }

  private static String name(int box) {
    return "t" + (box + 1);
  }

  private static String signed(State state, String text) {
    String sign = state == State.REMOVED ? "-" : state.sign();
    return (sign.isEmpty() ? "" : sign + " ") + MermaidWords.text(text);
  }

  private static String row(Box.Row row) {
    String key = row.key().equals("PF") ? "PK, FK" : row.key();
    return MermaidWords.word(row.type())
        + " "
        + MermaidWords.word(row.name())
        + (key.isEmpty() ? "" : " " + key)
        + (row.state() == State.SAME
            ? ""
            : " \"" + signed(row.state(), row.state().label()) + "\"");
  }

  private String relation(Edge edge) {
    Box child = boxes.get(edge.child());
    String label = edge.childRow() < 0 ? edge.name() : child.rows().get(edge.childRow()).name();
    return "  "
        + name(edge.parent())
        + (edge.optional() ? " |o" : " ||")
        + (edge.state() == State.REMOVED ? ".." : "--")
        + (edge.one() ? "o| " : "o{ ")
        + name(edge.child())
        + " : \""
        + signed(edge.state(), label)
        + "\"\n";
  }
}
