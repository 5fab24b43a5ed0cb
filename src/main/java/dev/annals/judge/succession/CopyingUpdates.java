package dev.annals.judge.succession;

import dev.annals.judge.diff.SqlTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the assignments of a script's {@code UPDATE}s that carry one column over to another. */
public final class CopyingUpdates {

  private static final Set<String> ENDS = Set.of("from", "where", "returning", ";");

  private final List<String> tokens;
  private final List<Copy> copies = new ArrayList<>();

  private CopyingUpdates(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The copies of a script, in its order. */
  public static List<Copy> of(String sql) {
    if (!SqlComments.has(sql, "update")) {
      return List.of();
    }
    String plain = SqlComments.without(sql).replaceAll("\\$\\{[^}]*}\\s*\\.", "");
    CopyingUpdates reader = new CopyingUpdates(SqlTokens.of(plain));
    for (int at = 0; at < reader.tokens.size(); at++) {
      if (reader.is(at, "update")) {
        reader.update(at + 1);
      }
    }
    return reader.copies;
  }

  private boolean is(int at, String word) {
    return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
  }

  private void update(int start) {
    int at = is(start, "only") ? start + 1 : start;
    String schema = "";
    if (is(at + 1, ".") && at + 2 < tokens.size()) {
      schema = tokens.get(at).toLowerCase(Locale.ROOT);
      at += 2;
    }
    if (at >= tokens.size()) {
      return;
    }
    String table = tokens.get(at++).toLowerCase(Locale.ROOT);
    Set<String> qualifiers = new HashSet<>(Set.of(table));
    at = is(at, "*") ? at + 1 : at;
    at = is(at, "as") ? at + 1 : at;
    if (!is(at, "set") && is(at + 1, "set")) {
      qualifiers.add(tokens.get(at++).toLowerCase(Locale.ROOT));
    }
    if (is(at, "set")) {
      assignments(at + 1, schema, table, qualifiers);
    }
  }

  private void assignments(int start, String schema, String table, Set<String> qualifiers) {
    int depth = 0;
    int from = start;
    for (int at = start; at <= tokens.size(); at++) {
      String token = at == tokens.size() ? ";" : tokens.get(at).toLowerCase(Locale.ROOT);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      boolean end = depth < 0 || (depth == 0 && ENDS.contains(token));
      if (end || (depth == 0 && token.equals(","))) {
        assignment(tokens.subList(from, at), schema, table, qualifiers);
        from = at + 1;
      }
      if (end) {
        return;
      }
    }
  }

  private void assignment(List<String> words, String schema, String table, Set<String> qualifiers) {
    if (!words.isEmpty() && words.get(0).equals("(")) {
      for (ColumnList.Pair pair : ColumnList.pairs(words, schema, table, qualifiers)) {
        carry(pair.value(), pair.target(), schema, table, pair.qualifiers());
      }
    } else if (words.size() >= 3 && words.get(1).equals("=")) {
      carry(words.subList(2, words.size()), words.get(0), schema, table, qualifiers);
    }
  }

  private void carry(
      List<String> value, String target, String schema, String table, Set<String> qualifiers) {
    String to = target.toLowerCase(Locale.ROOT);
    Set<String> sources = SourceColumn.all(value, to, qualifiers, true);
    for (String from : sources) {
      copies.add(
          new Copy(
              schema,
              table,
              from,
              schema,
              table,
              to,
              sources.size() > 1 ? sources : Set.of(),
              Expression.text(value)));
    }
  }
}
