package dev.annals.render.diagram;

import java.util.List;
import java.util.regex.Matcher;

/**
 * A finished diagram.
 *
 * @param svg the picture, coloured by the page's style sheet; empty where there is nothing to draw
 * @param width in pixels
 * @param height in pixels
 * @param title what it shows
 * @param list the same in words, table by table
 * @param mermaid the same as text that Mermaid draws, in place of a picture; empty for a picture
 */
public record Diagram(
    String svg, int width, int height, String title, List<Row> list, String mermaid) {

  /** No diagram. */
  public static final Diagram NONE = new Diagram("", 0, 0, "", List.of());

  public Diagram {
    list = List.copyOf(list);
  }

  /** A picture. */
  public Diagram(String svg, int width, int height, String title, List<Row> list) {
    this(svg, width, height, title, list, "");
  }

  static Diagram ofMermaid(String title, String mermaid) {
    return new Diagram("", 0, 0, title, List.of(), mermaid);
  }

  /** The picture with colours of its own, light or dark as the reader has it, for other pages. */
  public String standalone() {
    return svg.replaceFirst(
        ">", "><style>" + Matcher.quoteReplacement(Colours.STANDALONE) + "</style>");
  }

  /** True where there is no picture. */
  public boolean isEmpty() {
    return svg.isEmpty() && mermaid.isEmpty();
  }

  /**
   * One table in words.
   *
   * @param table its name
   * @param href its page; may be empty
   * @param state {@code added}, {@code changed}, {@code removed} or empty
   * @param relations what it refers to: {@code customer_id → customer}
   */
  public record Row(String table, String href, String state, List<String> relations) {
    public Row {
      relations = List.copyOf(relations);
    }
  }
}
