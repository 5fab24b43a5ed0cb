package dev.annals.judge.succession;

import dev.annals.judge.diff.SqlTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a script's {@code INSERT … SELECT} and {@code CREATE TABLE … AS SELECT} carry over
 * from columns of one table to those of another. What is read from several tables tells of none.
 */
final class CopyingInserts {

  private static final Set<String> ENDS =
      Set.of("where", "group", "having", "order", "limit", "on", "returning", "with", ";", ")");

  private static final Set<String> SEVERAL =
      Set.of(",", "join", "union", "intersect", "except", "group", "(");

  private final List<String> tokens;
  private final List<Copy> copies = new ArrayList<>();

  private CopyingInserts(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The copies of a script, in its order. */
  static List<Copy> of(String sql) {
    if (!SqlComments.has(sql, "select")) {
      return List.of();
    }
    String plain = SqlComments.without(sql).replaceAll("\\$\\{[^}]*}\\s*\\.", "");
    CopyingInserts reader = new CopyingInserts(SqlTokens.of(plain));
    for (int at = 0; at < reader.tokens.size(); at++) {
      if (reader.is(at, "insert") && reader.is(at + 1, "into")) {
        reader.insert(at + 2);
      } else if (reader.is(at, "create") && reader.is(at + 1, "table")) {
        reader.created(reader.is(at + 2, "if") ? at + 5 : at + 2);
      }
    }
    return reader.copies;
  }

  private boolean is(int at, String word) {
    return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
  }

  private String lower(int at) {
    return tokens.get(at).toLowerCase(Locale.ROOT);
  }

  /** A table's name, with its name space where the statement says it. */
  private record Named(String schema, String table, int next) {}

  private Optional<Named> named(int at) {
    if (at >= tokens.size() || !Character.isLetter(tokens.get(at).charAt(0))) {
      return Optional.empty();
    }
    return is(at + 1, ".") && at + 2 < tokens.size()
        ? Optional.of(new Named(lower(at), lower(at + 2), at + 3))
        : Optional.of(new Named("", lower(at), at + 1));
  }

  private void insert(int start) {
    Named into = named(start).orElse(null);
    if (into == null || !is(into.next(), "(")) {
      return;
    }
    List<String> columns = new ArrayList<>();
    int at = into.next() + 1;
    for (; at < tokens.size() && !is(at, ")"); at++) {
      if (!is(at, ",")) {
        columns.add(lower(at));
      }
    }
    int select = is(at + 1, "(") ? at + 2 : at + 1;
    if (is(select, "select")) {
      select(into, columns, select + 1);
    }
  }

  private void created(int start) {
    Named into = named(start).orElse(null);
    if (into == null || !is(into.next(), "as")) {
      return;
    }
    int select = is(into.next() + 1, "(") ? into.next() + 2 : into.next() + 1;
    if (is(select, "select")) {
      select(into, List.of(), select + 1);
    }
  }

  private void select(Named into, List<String> columns, int start) {
    int at = is(start, "distinct") ? start + 1 : start;
    List<List<String>> items = new ArrayList<>();
    int depth = 0;
    int begun = at;
    for (; at < tokens.size(); at++) {
      depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
      boolean end = depth < 0 || is(at, ";") || (depth == 0 && is(at, "from"));
      if (end || (depth == 0 && is(at, ","))) {
        items.add(tokens.subList(begun, at));
        begun = at + 1;
      }
      if (end) {
        break;
      }
    }
    Named from = is(at, "from") ? named(at + 1).orElse(null) : null;
    if (from == null || from.table().equals(into.table()) || !isAlone(from.next())) {
      return;
    }
    Set<String> qualifiers = new HashSet<>(Set.of(from.table()));
    int alias = is(from.next(), "as") ? from.next() + 1 : from.next();
    if (alias < tokens.size() && !ENDS.contains(lower(alias))) {
      qualifiers.add(lower(alias));
    }
    if (columns.isEmpty() || columns.size() == items.size()) {
      for (int i = 0; i < items.size(); i++) {
        item(into, from, columns.isEmpty() ? "" : columns.get(i), items.get(i), qualifiers);
      }
    }
  }

  /** True where the rest of the statement reads no other table. */
  private boolean isAlone(int start) {
    for (int at = start; at < tokens.size() && !is(at, ";"); at++) {
      if (SEVERAL.contains(lower(at)) && !is(at, "(") && !is(at, ",")) {
        return false;
      }
      if (at <= start + 2 && (is(at, ",") || is(at, "("))) {
        return false;
      }
    }
    return true;
  }

  private void item(
      Named into, Named from, String column, List<String> item, Set<String> qualifiers) {
    int size = item.size();
    boolean renamed = size > 2 && item.get(size - 2).equalsIgnoreCase("as");
    List<String> value = renamed ? item.subList(0, size - 2) : item;
    String given = renamed ? item.get(size - 1) : size == 0 ? "" : item.get(size - 1);
    String to = (column.isEmpty() ? given : column).toLowerCase(Locale.ROOT);
    Set<String> sources = SourceColumn.all(value, "", qualifiers, true);
    for (String source : sources) {
      copies.add(
          new Copy(
              from.schema(),
              from.table(),
              source,
              into.schema(),
              into.table(),
              to,
              sources.size() > 1 ? sources : Set.of(),
              Expression.text(value)));
    }
  }
}
