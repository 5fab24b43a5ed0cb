package dev.annals.render.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes what stands in a line. */
final class InlineWriter {

  private static final Set<String> SILENT = Set.of("svg", "button", "script", "style");

  /** A star beside such a text is certain to begin or to end something. */
  private static final Pattern SOLID = Pattern.compile("[\\p{L}\\p{N}](?:.*[\\p{L}\\p{N}.])?");

  /** The anchors that something in the text leads to; others would be clutter. */
  private final Set<String> wanted;

  InlineWriter(Set<String> wanted) {
    this.wanted = Set.copyOf(wanted);
  }

  /** A line of its own. */
  String line(List<Node> nodes) {
    StringBuilder line = new StringBuilder();
    for (Node node : nodes) {
      boolean first = line.toString().isBlank();
      line.append(first && node.isText() ? Escape.text(node.text()) : write(node));
      if (first && node.isText() && node.text().endsWith(" ")) {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  private String all(Node node) {
    StringBuilder text = new StringBuilder();
    node.children().forEach(child -> text.append(write(child)));
    return text.toString();
  }

  private String write(Node node) {
    if (node.isText()) {
      return Escape.inline(node.text());
    }
    if (SILENT.contains(node.name())) {
      return "";
    }
    return anchor(node)
        + switch (node.name()) {
          case "code", "samp", "kbd" -> Escape.code(node.words());
          case "strong", "b" -> marked("**", "strong", node);
          case "em", "i" -> marked("*", "em", node);
          case "del", "s" -> element("del", node);
          case "sup" -> element("sup", node);
          case "br" -> "<br />";
          case "img" -> image(node);
          case "input" -> node.attributes().containsKey("checked") ? "[x] " : "[ ] ";
          case "a" -> link(node);
          default -> all(node);
        };
  }

  String anchor(Node node) {
    String id = node.attribute("id");
    return wanted.contains(id) ? anchor(id) : "";
  }

  /** A place that links lead to. */
  static String anchor(String id) {
    return "<a id=\"" + id.replaceAll("[^\\p{L}\\p{N}_.-]", "") + "\"></a>";
  }

  private String marked(String mark, String name, Node node) {
    boolean plain = node.children().stream().allMatch(Node::isText);
    return plain && SOLID.matcher(node.words()).matches()
        ? mark + all(node) + mark
        : element(name, node);
  }

  private String element(String name, Node node) {
    String text = all(node);
    return text.isBlank() ? text : "<" + name + ">" + text + "</" + name + ">";
  }

  private static String image(Node node) {
    return "!["
        + Escape.inline(node.attribute("alt"))
        + "]("
        + Address.of(node.attribute("src"))
        + ")";
  }

  private String link(Node node) {
    String text = all(node);
    String href = node.attribute("href");
    return href.isEmpty() || text.isBlank() ? text : "[" + text + "](" + Address.of(href) + ")";
  }
}
