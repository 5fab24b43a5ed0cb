package dev.annals.judge.succession;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one column that an expression carries over. It may be cast, trimmed, scaled or filled up; an
 * expression that decides something, or that mixes columns, makes a new value instead.
 */
final class SourceColumn {

  private static final Set<String> CONSTANTS =
      Set.of("null", "true", "false", "interval", "date", "timestamp", "at", "time", "zone");

  private static final Set<String> DECISIONS =
      Set.of(
          "case", "select", "and", "or", "not", "in", "is", "like", "ilike", "similar", "between",
          "exists", "any", "all", "some", "new", "old", "default");

  private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "~", "!", "?", "@", "&");

  private final List<String> tokens;
  private final Set<String> qualifiers;
  private final boolean bare;
  private final Set<String> names = new TreeSet<>();
  private boolean plain = true;

  private SourceColumn(List<String> tokens, Set<String> qualifiers, boolean bare) {
    this.tokens = tokens;
    this.qualifiers = qualifiers;
    this.bare = bare;
  }

  /**
   * The column, in lower case; nothing where the expression carries none over, or not just one.
   *
   * @param tokens the expression
   * @param target the column that is set, which it may mention, too
   * @param qualifiers what may stand before a column's name, in lower case
   * @param bare whether a name may stand alone
   */
  static Optional<String> of(
      List<String> tokens, String target, Set<String> qualifiers, boolean bare) {
    Set<String> names = all(tokens, target, qualifiers, bare);
    return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
  }

  /**
   * All columns whose values an expression is made of, in lower case and in order; none where it
   * decides something.
   */
  static Set<String> all(List<String> tokens, String target, Set<String> qualifiers, boolean bare) {
    SourceColumn source = new SourceColumn(tokens, qualifiers, bare);
    source.read();
    source.names.remove(target.toLowerCase(Locale.ROOT));
    return source.plain ? source.names : Set.of();
  }

  private void read() {
    for (int at = 0; at < tokens.size() && plain; ) {
      String token = tokens.get(at).toLowerCase(Locale.ROOT);
      if (token.equals("::") || token.equals("as")) {
        at = afterType(at + 1);
      } else if (isName(token)) {
        at = name(at);
      } else {
        plain = !COMPARISONS.contains(token);
        at++;
      }
    }
  }

  private int afterType(int start) {
    int at = start + 1;
    while (at + 1 < tokens.size() && tokens.get(at).equals(".")) {
      at += 2;
    }
    boolean sized =
        at + 1 < tokens.size()
            && tokens.get(at).equals("(")
            && Character.isDigit(tokens.get(at + 1).charAt(0));
    return sized ? tokens.subList(at, tokens.size()).indexOf(")") + at + 1 : at;
  }

  private int name(int start) {
    int at = start;
    while (at + 2 < tokens.size() && tokens.get(at + 1).equals(".")) {
      at += 2;
    }
    String last = tokens.get(at).toLowerCase(Locale.ROOT);
    boolean call = at + 1 < tokens.size() && tokens.get(at + 1).equals("(");
    if (call) {
      plain = !DECISIONS.contains(last);
    } else if (at > start) {
      plain = qualifiers.contains(tokens.get(at - 2).toLowerCase(Locale.ROOT));
      names.add(last);
    } else if (!CONSTANTS.contains(last)) {
      plain = bare && !DECISIONS.contains(last);
      names.add(last);
    }
    return at + 1;
  }

  private static boolean isName(String token) {
    char first = token.charAt(0);
    return Character.isLetter(first) || first == '_';
  }
}
