package dev.annals.extract.imports;

import java.util.ArrayList;
import java.util.List;

/** The words, texts and signs of a DBML file, without comments. */
final class DbmlTokens {

  /**
   * One of them.
   *
   * @param kind what it is
   * @param text without its quotation marks
   * @param line counted from 1
   * @param first the first of its line
   */
  record Token(Kind kind, String text, int line, boolean first) {

    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  enum Kind {
    /** A name, quoted or not. */
    WORD,
    /** A text in single quotation marks, three of them around several lines. */
    TEXT,
    SIGN
  }

  private final String file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lastLine;

  private DbmlTokens(String text, String file) {
    this.text = text;
    this.file = file;
  }

  static List<Token> of(String text, String file) {
    DbmlTokens reader = new DbmlTokens(text, file);
    while (reader.at < text.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n' || Character.isWhitespace(c)) {
      line += c == '\n' ? 1 : 0;
      at++;
    } else if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      quoted("/*", "*/", false);
    } else if (text.startsWith("'''", at)) {
      int start = line;
      add(Kind.TEXT, dedented(quoted("'''", "'''", true)), start);
    } else if (c == '\'') {
      int start = line;
      add(Kind.TEXT, quoted("'", "'", true), start);
    } else if (c == '`') {
      add(Kind.SIGN, "`", line);
      quoted("`", "`", false);
    } else if (c == '"') {
      int start = line;
      add(Kind.WORD, quoted("\"", "\"", true), start);
    } else if (isName(c)) {
      int end = at;
      while (end < text.length() && isName(text.charAt(end))) {
        end++;
      }
      add(Kind.WORD, text.substring(at, end), line);
      at = end;
    } else {
      add(Kind.SIGN, String.valueOf(c), line);
      at++;
    }
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void add(Kind kind, String word, int start) {
    tokens.add(new Token(kind, word, start, start != lastLine));
    lastLine = line;
  }

  /** What stands between two marks; a backslash takes the meaning of the next letter away. */
  private String quoted(String open, String close, boolean escapes) {
    int start = line;
    StringBuilder inner = new StringBuilder();
    at += open.length();
    while (at < text.length() && !text.startsWith(close, at)) {
      char c = text.charAt(at);
      boolean escaped = escapes && c == '\\' && at + 1 < text.length();
      if (escaped) {
        at++;
        c = text.charAt(at);
      }
      boolean joined = escaped && c == '\n';
      inner.append(joined ? "" : c);
      line += c == '\n' ? 1 : 0;
      at++;
    }
    if (at >= text.length()) {
      throw ImportReader.malformed(file, start, "what begins with " + open + " has no end");
    }
    at += close.length();
    return inner.toString();
  }

  private static String dedented(String block) {
    return block.replaceFirst("\\n[ \\t]*\\z", "").stripIndent().strip();
  }
}
