package dev.annals.render.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes HTML that Annals made as Markdown again; what holds for all kinds of Markdown alone. */
final class BlockWriter {

  private static final String INDENT = "    ";

  private final InlineWriter inline;

  private BlockWriter(Node root) {
    Set<String> wanted = new HashSet<>();
    root.all("a").stream()
        .map(link -> link.attribute("href"))
        .filter(href -> href.startsWith("#"))
        .forEach(href -> wanted.add(href.substring(1)));
    this.inline = new InlineWriter(wanted);
  }

  /** Paragraphs, lists, tables and so on, with empty lines between them. */
  static String blocks(String html) {
    Node root = HtmlReader.read(html);
    return new BlockWriter(root).blocks(root.children());
  }

  /** All of it on one line, as a cell of a table takes it. */
  static String line(String html) {
    Node root = HtmlReader.read(html);
    return new BlockWriter(root).cell(root);
  }

  private String blocks(List<Node> nodes) {
    return String.join("\n\n", parts(nodes));
  }

  private List<String> parts(List<Node> nodes) {
    List<String> blocks = new ArrayList<>();
    List<Node> run = new ArrayList<>();
    for (Node node : nodes) {
      if (node.isBlock()) {
        add(blocks, inline.line(run));
        run.clear();
        add(blocks, block(node));
      } else {
        run.add(node);
      }
    }
    add(blocks, inline.line(run));
    return blocks;
  }

  private static void add(List<String> blocks, String block) {
    if (!block.isBlank()) {
      blocks.add(block);
    }
  }

  private String block(Node node) {
    return switch (node.name()) {
      case "h2", "h3", "h4", "h5", "h6" ->
          "#".repeat(node.name().charAt(1) - '0')
              + " "
              + inline.anchor(node)
              + inline.line(node.children());
      case "ul" -> items(node, "-   ");
      case "ol" -> items(node, "1.  ");
      case "pre" -> Escape.fenced(language(node), node.words().stripTrailing());
      case "blockquote" -> quoted(blocks(node.children()));
      case "table" -> table(node);
      case "hr" -> "***";
      case "dt" -> "<strong>" + inline.line(node.children()) + "</strong>";
      case "figure" -> node.hasClass("mermaid-text") ? mermaid(node) : blocks(node.children());
      default -> blocks(node.children());
    };
  }

  private static String mermaid(Node figure) {
    return figure.all("pre").stream()
        .map(pre -> Escape.fenced("mermaid", pre.words().stripTrailing()))
        .collect(Collectors.joining("\n\n"));
  }

  private static String language(Node pre) {
    if (pre.hasClass("sql")) {
      return "sql";
    }
    for (Node code : pre.all("code")) {
      String language = code.attribute("class").replaceFirst("^language-", "");
      if (language.matches("[a-z][a-z0-9+-]{0,20}")) {
        return language;
      }
    }
    return "";
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> ("> " + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private String items(Node list, String mark) {
    List<String> items = new ArrayList<>();
    boolean loose = false;
    for (Node item : list.children()) {
      if (item.name().equals("li")) {
        String text = (inline.anchor(item) + item(item)).strip();
        loose |= text.contains("\n\n");
        items.add(mark + text.replace("\n", "\n" + INDENT).replace("\n" + INDENT + "\n", "\n\n"));
      }
    }
    return String.join(loose ? "\n\n" : "\n", items);
  }

  /** A line, and what hangs on it; a list right after the line keeps the whole list tight. */
  private String item(Node item) {
    boolean tight =
        item.children().stream()
            .allMatch(n -> !n.isBlock() || n.name().equals("ul") || n.name().equals("ol"));
    return String.join(tight ? "\n" : "\n\n", parts(item.children()));
  }

  private String table(Node table) {
    List<Node> rows = table.all("tr");
    if (rows.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (Node row : rows) {
      List<String> cells =
          row.children().stream()
              .filter(cell -> cell.name().equals("th") || cell.name().equals("td"))
              .map(this::cell)
              .toList();
      lines.add("| " + String.join(" | ", cells) + " |");
      if (lines.size() == 1) {
        lines.add("|" + " --- |".repeat(cells.size()));
      }
    }
    return String.join("\n", lines);
  }

  private String cell(Node node) {
    if (node.children().stream().noneMatch(Node::isBlock)) {
      return inline.line(node.children());
    }
    List<String> parts = new ArrayList<>();
    List<Node> run = new ArrayList<>();
    for (Node child : node.children()) {
      if (child.isBlock()) {
        add(parts, inline.line(run));
        run.clear();
        boolean code = child.name().equals("pre");
        String start = child.name().equals("li") ? "• " : "";
        add(parts, code ? Escape.code(child.words()) : start + cell(child));
      } else {
        run.add(child);
      }
    }
    add(parts, inline.line(run));
    return String.join("<br />", parts);
  }
}
