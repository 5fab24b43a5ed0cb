package dev.annals.render.notes;

import java.util.regex.Pattern;

/** Texts that are not ours, made harmless in Markdown. */
public final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>|#~!&$])");

  private Markdown() {}

  /** A text as it is: no character of it means anything to Markdown or HTML. */
  public static String text(String text) {
    String line = text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    return mention(SPECIAL.matcher(line).replaceAll("\\\\$1"));
  }

  /** A name in a code span, whatever backticks it holds. */
  public static String code(String text) {
    String line = text.replaceAll("[\\r\\n]+", " ");
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /** A name after an at sign would call somebody on a code host: a zero-width space parts them. */
  private static String mention(String text) {
    return text.replaceAll("@(?=\\w)", "@\u200B");
  }
}
