package dev.annals.judge.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and signs of a server's own SQL text. White space is gone; a quoted name is its
 * content; a literal keeps its first quote, so that it differs from a name.
 */
public final class SqlTokens {

  /** Words that go on a type's name after its first word. */
  private static final Set<String> TYPE_TAIL =
      Set.of("varying", "precision", "with", "without", "time", "zone");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String text) {
    this.text = text;
  }

  /** The tokens of a text. */
  public static List<String> of(String text) {
    SqlTokens reader = new SqlTokens(text);
    while (reader.at < text.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  /** The tokens without casts and brackets: what is left when only types differ. */
  static List<String> withoutCasts(List<String> tokens) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals("::")) {
        i = endOfType(tokens, i + 1) - 1;
      } else if (!token.equals("(") && !token.equals(")")) {
        kept.add(token);
      }
    }
    return kept;
  }

  private static int endOfType(List<String> tokens, int start) {
    int i = start + 1;
    while (i < tokens.size()) {
      String token = tokens.get(i);
      if (token.equals(".")) {
        i += 2;
      } else if (TYPE_TAIL.contains(token.toLowerCase(Locale.ROOT))) {
        i++;
      } else if (token.equals("(") && isModifier(tokens, i)) {
        i = tokens.indexOf(")") < 0 ? tokens.size() : closing(tokens, i) + 1;
      } else if (token.equals("[") && i + 1 < tokens.size() && tokens.get(i + 1).equals("]")) {
        i += 2;
      } else {
        return i;
      }
    }
    return i;
  }

  private static boolean isModifier(List<String> tokens, int open) {
    return open + 1 < tokens.size() && Character.isDigit(tokens.get(open + 1).charAt(0));
  }

  private static int closing(List<String> tokens, int open) {
    int i = open;
    while (i < tokens.size() - 1 && !tokens.get(i).equals(")")) {
      i++;
    }
    return i;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '"') {
      tokens.add(quoted('"'));
    } else if (c == '\'') {
      tokens.add("'" + quoted('\''));
    } else if (isWord(c)) {
      int start = at;
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
      tokens.add(text.substring(start, at));
    } else {
      int length = text.startsWith("::", at) ? 2 : 1;
      tokens.add(text.substring(at, at + length));
      at += length;
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
  }

  private String quoted(char quote) {
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) == quote) {
        at++;
        if (at >= text.length() || text.charAt(at) != quote) {
          return content.toString();
        }
      }
      content.append(text.charAt(at));
    }
    return content.toString();
  }
}
