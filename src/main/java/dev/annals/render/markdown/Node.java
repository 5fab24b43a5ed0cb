package dev.annals.render.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of the HTML that Annals makes of Markdown: an element, or a text.
 *
 * @param name the element's name; empty for a text
 * @param text the text; empty for an element
 * @param attributes the element's attributes
 * @param children what is in it, in order
 */
record Node(String name, String text, Map<String, String> attributes, List<Node> children) {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "pre",
          "blockquote",
          "table",
          "div",
          "figure",
          "section",
          "aside",
          "hr",
          "dl",
          "dt",
          "dd",
          "details",
          "nav");

  static Node element(String name, Map<String, String> attributes) {
    return new Node(name, "", Map.copyOf(attributes), new ArrayList<>());
  }

  static Node text(String text) {
    return new Node("", text, Map.of(), List.of());
  }

  boolean isText() {
    return name.isEmpty();
  }

  /** True for what stands on lines of its own. */
  boolean isBlock() {
    return BLOCKS.contains(name);
  }

  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  boolean hasClass(String name) {
    return (" " + attribute("class") + " ").contains(" " + name + " ");
  }

  /** All text within. */
  String words() {
    if (isText()) {
      return text;
    }
    StringBuilder words = new StringBuilder();
    children.forEach(child -> words.append(child.words()));
    return words.toString();
  }

  /** All elements of a name within, in order. */
  List<Node> all(String wanted) {
    List<Node> found = new ArrayList<>();
    for (Node child : children) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
      found.addAll(child.all(wanted));
    }
    return found;
  }
}
