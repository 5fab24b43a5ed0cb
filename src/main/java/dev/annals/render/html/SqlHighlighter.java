package dev.annals.render.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours SQL at build time: keywords, texts, numbers and comments become spans. */
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

  private static final String CLOSE = "</span>";

  private SqlHighlighter() {}

  /** SQL as HTML, everything escaped; keywords one after another are one span. */
  public static String html(String sql) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = TOKEN.matcher(sql);
    int at = 0;
    boolean afterKeyword = false;
    while (matcher.find()) {
      boolean keyword = isKeyword(matcher);
      if (keyword && afterKeyword && matcher.start() == at + 1 && sql.charAt(at) == ' ') {
        out.setLength(out.length() - CLOSE.length());
        out.append(' ').append(Html.escape(matcher.group())).append(CLOSE);
      } else {
        out.append(Html.escape(sql.substring(at, matcher.start())));
        append(out, matcher, keyword);
      }
      afterKeyword = keyword;
      at = matcher.end();
    }
    return out.append(Html.escape(sql.substring(at))).toString();
  }

  private static boolean isKeyword(Matcher matcher) {
    return matcher.group("word") != null
        && KEYWORDS.contains(matcher.group().toLowerCase(Locale.ROOT));
  }

  private static void append(StringBuilder out, Matcher matcher, boolean keyword) {
    String token = Html.escape(matcher.group());
    if (matcher.group("comment") != null) {
      span(out, "c", token);
    } else if (matcher.group("text") != null) {
      span(out, "s", token);
    } else if (matcher.group("number") != null) {
      span(out, "n", token);
    } else if (keyword) {
      span(out, "k", token);
    } else {
      out.append(token);
    }
  }

  /** A span never runs over a line's end, so that lines can be numbered one by one. */
  private static void span(StringBuilder out, String type, String token) {
    String open = "<span class=\"" + type + "\">";
    out.append(open).append(token.replace("\n", CLOSE + "\n" + open)).append(CLOSE);
  }
}
