package dev.annals.render.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours SQL at build time: keywords, texts, numbers and comments become elements that say little
 * and are short.
 */
public final class SqlHighlighter {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*.*?(?:\\*/|\\z))"
              + "|(?<text>'(?:[^']|'')*+(?:'|\\z)|(?<tag>\\$\\w*\\$).*?(?:\\k<tag>|\\z))"
              + "|(?<quoted>\"(?:[^\"]|\"\")*+(?:\"|\\z))"
              + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
              + "|(?<word>[A-Za-z_][A-Za-z_0-9]*)",
          Pattern.DOTALL);

  private static final Set<String> KEYWORDS =
      Set.of(
          ("add all alter always and any as asc atomic attach authorization before after begin between by"
                  + " cascade case cast check collate column comment commit concurrently constraint copy"
                  + " create cross current_user database declare default deferrable deferred delete desc"
                  + " detach disable distinct do domain drop each else enable end enum except exclude"
                  + " execute exists extension for foreign from full function generated grant group having"
                  + " identity if immutable in include index inherits initially inner insert instead into"
                  + " is join key language lateral left like limit list loop materialized natural no not"
                  + " nothing null nulls of on only or order outer over owned owner partition policy"
                  + " primary privileges procedure public range references refresh rename replace restrict"
                  + " return returning returns revoke right role row rows schema security select sequence"
                  + " set stable stored strict table temporary then to trigger truncate type union unique"
                  + " unlogged update using valid validate values view volatile when where with")
              .split(" "));

  private static final String KEYWORD = "b";
  private static final String TEXT = "i";
  private static final String NUMBER = "u";
  private static final String COMMENT = "small";

  private SqlHighlighter() {}

  /** SQL as HTML, everything escaped; keywords one after another are one element. */
  public static String html(String sql) {
    return html(sql, true);
  }

  private static String html(String sql, boolean bodies) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = TOKEN.matcher(sql);
    int at = 0;
    boolean afterKeyword = false;
    while (matcher.find()) {
      boolean keyword = isKeyword(matcher, sql);
      if (keyword && afterKeyword && matcher.start() == at + 1 && sql.charAt(at) == ' ') {
        out.setLength(out.length() - close(KEYWORD).length());
        out.append(' ').append(Html.escape(matcher.group())).append(close(KEYWORD));
      } else {
        out.append(Html.escape(sql.substring(at, matcher.start())));
        append(out, matcher, keyword, bodies);
      }
      afterKeyword = keyword;
      at = matcher.end();
    }
    return out.append(Html.escape(sql.substring(at))).toString();
  }

  /** What a full stop follows is a schema or a table, whatever it is called. */
  private static boolean isKeyword(Matcher matcher, String sql) {
    return matcher.group("word") != null
        && !sql.startsWith(".", matcher.end())
        && KEYWORDS.contains(matcher.group().toLowerCase(Locale.ROOT));
  }

  private static void append(StringBuilder out, Matcher matcher, boolean keyword, boolean bodies) {
    String token = Html.escape(matcher.group());
    if (bodies && matcher.group("tag") != null && token.indexOf('\n') >= 0) {
      body(out, matcher.group(), matcher.group("tag"));
    } else if (matcher.group("comment") != null) {
      mark(out, COMMENT, token);
    } else if (matcher.group("text") != null) {
      mark(out, TEXT, token);
    } else if (matcher.group("number") != null) {
      mark(out, NUMBER, token);
    } else if (keyword) {
      mark(out, KEYWORD, token);
    } else {
      out.append(token);
    }
  }

  /** What a routine does stands between two tags, and is mostly SQL itself. */
  private static void body(StringBuilder out, String text, String tag) {
    boolean closed = text.length() >= 2 * tag.length() && text.endsWith(tag);
    int end = closed ? text.length() - tag.length() : text.length();
    mark(out, TEXT, Html.escape(tag));
    out.append(html(text.substring(tag.length(), end), false));
    if (closed) {
      mark(out, TEXT, Html.escape(tag));
    }
  }

  /** An element never runs over a line's end, so that lines can be numbered one by one. */
  private static void mark(StringBuilder out, String name, String token) {
    String open = '<' + name + '>';
    String close = close(name);
    out.append(open).append(token.replace("\n", close + "\n" + open)).append(close);
  }

  private static String close(String name) {
    return "</" + name + '>';
  }
}
