package dev.annals.render.diagram;

/** Texts that are not ours, made harmless in a Mermaid diagram. */
public final class MermaidWords {

  private MermaidWords() {}

  /** A text between quotes: nothing in it means anything to Mermaid or HTML. */
  public static String text(String text) {
    String plain =
        text.replaceAll("[^\\p{L}\\p{N} ._,()$@:/+*=?!'-]", "_").replaceAll("\\s+", " ").strip();
    return plain.isEmpty() ? "_" : plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
  }

  /** A word as attributes are made of. */
  public static String word(String text) {
    String plain =
        text.replace("character varying", "varchar")
            .replace("timestamp with time zone", "timestamptz")
            .replace("timestamp without time zone", "timestamp")
            .replaceAll("[^A-Za-z0-9_()\\[\\]-]+", "_");
    String cut = plain.length() > 60 ? plain.substring(0, 60) : plain;
    return cut.matches("[A-Za-z].*") ? cut : "x" + cut;
  }
}
