package dev.annals.render.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the HTML that Annals writes itself, in which all is closed, quoted and escaped. */
final class HtmlReader {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*/?>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
  private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");
  private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "wbr");

  private HtmlReader() {}

  /** A fragment, as the children of an element without a meaning. */
  static Node read(String html) {
    Node root = Node.element("fragment", Map.of());
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    Matcher tag = TAG.matcher(html);
    int at = 0;
    while (tag.find()) {
      text(open.peek(), html.substring(at, tag.start()));
      at = tag.end();
      if (tag.group(1).isEmpty()) {
        Node node = Node.element(tag.group(2), attributes(tag.group(3)));
        open.peek().children().add(node);
        if (!EMPTY.contains(node.name())) {
          open.push(node);
        }
      } else {
        close(open, tag.group(2));
      }
    }
    text(open.peek(), html.substring(at));
    return root;
  }

  /** Closes the nearest element of the name, and what was left open in it. */
  private static void close(Deque<Node> open, String name) {
    if (open.stream().anyMatch(node -> node.name().equals(name))) {
      while (!open.pop().name().equals(name)) {
        // what was left open ends here, too
      }
    }
  }

  private static void text(Node parent, String html) {
    if (!html.isEmpty()) {
      parent.children().add(Node.text(plain(html)));
    }
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2) == null ? "" : plain(matcher.group(2)));
    }
    return attributes;
  }

  private static String plain(String html) {
    if (html.indexOf('&') < 0) {
      return html;
    }
    String text =
        REFERENCE
            .matcher(html)
            .replaceAll(m -> Matcher.quoteReplacement(character(Integer.parseInt(m.group(1)))));
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u00A0")
        .replace("&amp;", "&");
  }

  private static String character(int code) {
    return Character.isValidCodePoint(code) && code != '&' ? Character.toString(code) : "\uFFFD";
  }
}
