package dev.annals.script;

import dev.annals.script.SqlScript.Comment;
import dev.annals.script.SqlScript.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where statements and comments begin and end, by the rules of PostgreSQL's lexer (comments
 * nest, {@code E''} has backslashes, dollars quote, {@code BEGIN ATOMIC} holds semicolons).
 */
final class SqlReader {

  private static final Pattern DOLLAR = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern COPY = Pattern.compile("(?is)\\s*copy\\b.*\\bfrom\\s+stdin\\b.*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final String sql;
  private final char[] chars;
  private final StringBuilder code;
  private final StringBuilder text;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private int at;
  private int line = 1;
  private int start = -1;
  private int first;
  private int parentheses;
  private int blocks;
  private String word = "";

  SqlReader(String sql) {
    this.sql = sql;
    this.chars = sql.toCharArray();
    this.code = new StringBuilder(sql);
    this.text = new StringBuilder(sql);
  }

  SqlScript read() {
    while (at < sql.length()) {
      step();
    }
    end(at);
    return new SqlScript(statements, comments);
  }

  private void step() {
    char c = chars[at];
    if (c == '-' && next('-')) {
      int newline = sql.indexOf('\n', at);
      comment(newline < 0 ? sql.length() : newline, 0);
    } else if (c == '/' && next('*')) {
      comment(endOfBlock(), 2);
    } else if (c == ';' && parentheses <= 0 && blocks == 0) {
      at++;
      if (end(at - 1)) {
        skipData();
      }
    } else if (Character.isWhitespace(c)) {
      to(at + 1);
    } else {
      begin();
      token(c);
    }
  }

  private boolean next(char wanted) {
    return at + 1 < chars.length && chars[at + 1] == wanted;
  }

  private void token(char c) {
    if (c == '\'') {
      quoted(endOfText(at, false));
    } else if ((c == 'e' || c == 'E') && next('\'')) {
      quoted(endOfText(at + 1, true));
    } else if (c == '"') {
      int close = sql.indexOf('"', at + 1);
      to(close < 0 ? sql.length() : close + 1);
    } else if (c == '$') {
      dollar();
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else {
      parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
      to(at + 1);
    }
  }

  private void dollar() {
    Matcher dollar = DOLLAR.matcher(sql).region(at, sql.length());
    if (dollar.lookingAt()) {
      int close = sql.indexOf(dollar.group(), dollar.end());
      quoted(close < 0 ? sql.length() : close + dollar.group().length());
    } else {
      to(at + 1);
    }
  }

  /** Where the word ends that begins here; most are of letters that need no pattern. */
  private int endOfWord() {
    int end = at;
    while (end < chars.length && isPlain(chars[end])) {
      end++;
    }
    if (end == chars.length || chars[end] < 128) {
      return end;
    }
    Matcher matcher = WORD.matcher(sql).region(at, sql.length());
    return matcher.lookingAt() ? matcher.end() : at + 1;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c >= '0' && c <= '9')
        || c == '$';
  }

  private void word() {
    int end = endOfWord();
    String next = sql.substring(at, end);
    if (blocks == 0 && word.equalsIgnoreCase("begin") && next.equalsIgnoreCase("atomic")) {
      blocks = 1;
    } else if (blocks > 0 && next.equalsIgnoreCase("case")) {
      blocks++;
    } else if (blocks > 0 && next.equalsIgnoreCase("end")) {
      blocks--;
    }
    word = next;
    to(end);
  }

  private void begin() {
    if (start < 0) {
      start = at;
      first = line;
    }
  }

  /** True where the statement that ends here wants the lines after it for itself. */
  private boolean end(int end) {
    boolean copies = false;
    if (start >= 0) {
      String own = text.substring(start, end);
      statements.add(new Statement(first, line, code.substring(start, end), own.stripTrailing()));
      copies = COPY.matcher(own).matches();
    }
    start = -1;
    parentheses = 0;
    blocks = 0;
    word = "";
    return copies;
  }

  /** What {@code COPY … FROM stdin} reads, up to a line with a backslash and a full stop. */
  private void skipData() {
    int end = sql.indexOf("\n\\.", at);
    if (end >= 0) {
      to(end + 3);
    }
  }

  private void comment(int end, int closing) {
    boolean closed = closing > 0 && sql.startsWith("*/", end - closing);
    int last = closed ? end - closing : end;
    comments.add(new Comment(line, sql.substring(Math.min(at + 2, last), last)));
    blank(text, end);
    blank(code, end);
    to(end);
  }

  private int endOfBlock() {
    int depth = 0;
    for (int i = at; i + 1 < sql.length(); i++) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        i++;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return sql.length();
  }

  private int endOfText(int quote, boolean backslashes) {
    for (int i = quote + 1; i < sql.length(); i++) {
      if (backslashes && chars[i] == '\\') {
        i++;
      } else if (chars[i] == '\'') {
        if (i + 1 == chars.length || chars[i + 1] != '\'') {
          return i + 1;
        }
        i++;
      }
    }
    return sql.length();
  }

  private void quoted(int end) {
    blank(code, end);
    word = "";
    to(end);
  }

  private void blank(StringBuilder copy, int end) {
    for (int i = at; i < end; i++) {
      if (copy.charAt(i) != '\n') {
        copy.setCharAt(i, ' ');
      }
    }
  }

  private void to(int end) {
    for (; at < end; at++) {
      if (chars[at] == '\n') {
        line++;
      }
    }
  }
}
