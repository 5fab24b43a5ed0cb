package dev.annals.render.html;

/** Texts made safe for HTML, in element content and in quoted attributes alike. */
public final class Html {

  private Html() {}

  /** Escapes what HTML would read; control characters become a replacement mark. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < 0x20 && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  /** A link; the text alone where there is no address. */
  public static String link(String href, String text) {
    return href.isEmpty()
        ? escape(text)
        : "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
  }
}
