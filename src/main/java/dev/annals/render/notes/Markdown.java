package dev.annals.render.notes;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts that are not ours, made harmless in Markdown. */
public final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]<>|#~!&$])");

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF&&[^\\t]]");

  private Markdown() {}

  /** A text as it is: no character of it means anything to Markdown or HTML. */
  public static String text(String text) {
    String line = seen(text.replaceAll("\\s*[\\r\\n]+\\s*", " ")).strip();
    return mention(SPECIAL.matcher(line).replaceAll("\\\\$1"));
  }

  /**
   * What a commit of the project's own says: its numbers of issues stay, as a code host has linked
   * them in the commit already.
   */
  public static String subject(String text) {
    return text(text).replace("#\u200B", "#");
  }

  /** A name in a code span, whatever backticks it holds. */
  public static String code(String text) {
    String line = seen(text.replaceAll("[\\r\\n]+", " "));
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /** A text of several lines in a fence that it cannot close. */
  public static String fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    String lines = text.lines().map(Markdown::seen).collect(Collectors.joining("\n"));
    return fence + language + "\n" + lines + "\n" + fence;
  }

  /** Characters that turn the writing round, or that nobody sees, as a mark that is seen. */
  private static String seen(String text) {
    return UNSEEN.matcher(text).replaceAll("\uFFFD");
  }

  /**
   * A name after an at sign would call somebody on a code host, a number after a hash would link an
   * issue: a zero-width space parts them.
   */
  private static String mention(String text) {
    return text.replaceAll("@(?=\\w)", "@\u200B").replaceAll("#(?=\\d)", "#\u200B");
  }
}
