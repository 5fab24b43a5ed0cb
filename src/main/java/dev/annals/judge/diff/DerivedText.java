package dev.annals.judge.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a text that the server wrote anew because a name in it changed from a text that somebody
 * changed: view bodies, checks, index keys, policies and the like follow a rename by themselves.
 */
final class DerivedText {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final Renames renames;

  DerivedText(Renames renames) {
    this.renames = renames;
  }

  /**
   * True where the new text is the old one under the new names.
   *
   * @param ignoreCasts casts and brackets do not count: a column's type has changed
   */
  boolean same(String before, String after, boolean ignoreCasts) {
    if (renames.isEmpty() && !ignoreCasts) {
      return false;
    }
    List<String> now = tokens(after, ignoreCasts);
    return aligned(tokens(before, ignoreCasts), now)
        || aligned(tokens(substituted(before), ignoreCasts), now);
  }

  private List<String> tokens(String text, boolean ignoreCasts) {
    List<String> tokens = SqlTokens.of(text);
    return unqualified(ignoreCasts ? SqlTokens.withoutCasts(tokens) : tokens);
  }

  private List<String> unqualified(List<String> tokens) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean qualifier =
          i + 2 < tokens.size()
              && tokens.get(i + 1).equals(".")
              && renames.isQualifier(tokens.get(i), tokens.get(i + 2));
      if (qualifier) {
        i++;
      } else {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }

  /** Names that are no plain words stand unquoted in lists of columns: they go by their letters. */
  private String substituted(String text) {
    String result = text;
    for (Map.Entry<String, Set<String>> word : renames.words().entrySet()) {
      String to = word.getValue().iterator().next();
      if (!PLAIN.matcher(word.getKey()).matches() || !PLAIN.matcher(to).matches()) {
        String whole =
            "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(word.getKey()) + "(?![\\p{L}\\p{N}_$])";
        result = result.replaceAll(whole, Matcher.quoteReplacement(to));
      }
    }
    return result;
  }

  private boolean aligned(List<String> before, List<String> after) {
    int i = 0;
    int j = 0;
    String from = "";
    String to = "";
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && fits(before.get(i), after.get(j))) {
        from = before.get(i++);
        to = after.get(j++);
        continue;
      }
      // The server keeps an output name by an alias: t.b becomes tt.bb AS b, and t.b AS bb, t.bb.
      int grown = from.equals(to) ? 0 : alias(after, j, from);
      int shrunk = from.equals(to) || grown > 0 ? 0 : alias(before, i, to);
      if (grown + shrunk == 0) {
        return false;
      }
      i += shrunk;
      j += grown;
      from = to;
    }
    return true;
  }

  private static int alias(List<String> tokens, int at, String name) {
    if (at >= tokens.size()) {
      return 0;
    }
    if (tokens.get(at).equals(name)) {
      return 1;
    }
    boolean as = tokens.get(at).equalsIgnoreCase("as") && at + 1 < tokens.size();
    return as && tokens.get(at + 1).equals(name) ? 2 : 0;
  }

  private boolean fits(String before, String after) {
    if (before.equals(after) || renames.words().getOrDefault(before, Set.of()).contains(after)) {
      return true;
    }
    // A literal may hold a name: nextval('orders_id_seq'::regclass).
    boolean literals = before.startsWith("'") && after.startsWith("'");
    return literals && aligned(inner(before), inner(after));
  }

  private List<String> inner(String literal) {
    return unqualified(SqlTokens.of(literal.substring(1)));
  }
}
