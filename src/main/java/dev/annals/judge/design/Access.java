package dev.annals.judge.design;

import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A way into a table: an index, or the index behind a key.
 *
 * @param ref the index or the key
 * @param method {@code btree}, {@code gin}, …
 * @param unique rejects duplicates
 * @param primary the primary key
 * @param constraint a key, which cannot be dropped as lightly as an index
 * @param keys key columns and expressions as the server writes them, names without quotes
 * @param include columns that it merely carries
 * @param predicate the condition of a partial index; empty for a whole one
 * @param nullsNotDistinct two nulls are equal
 * @param valid false after a failed build
 */
record Access(
    ObjectRef ref,
    String method,
    boolean unique,
    boolean primary,
    boolean constraint,
    List<String> keys,
    List<String> include,
    String predicate,
    boolean nullsNotDistinct,
    boolean valid) {

  static Access of(Key key) {
    return new Access(
        key.ref(),
        "btree",
        true,
        key.primary(),
        true,
        key.columns(),
        key.include(),
        "",
        key.nullsNotDistinct(),
        true);
  }

  static Access of(Index index) {
    return new Access(
        index.ref(),
        index.method(),
        index.unique(),
        false,
        false,
        index.keys().stream().map(Access::bare).toList(),
        index.include(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.valid());
  }

  private static String bare(String key) {
    return key.matches("\"[^\"]+\"") ? key.substring(1, key.length() - 1) : key;
  }

  boolean partial() {
    return !predicate.isEmpty();
  }

  /** The key's column alone, without order or operator class; an expression stays as it is. */
  static String column(String key) {
    return key.replaceFirst("( \\w+_ops)?( DESC| ASC)?( NULLS (FIRST|LAST))?$", "");
  }

  List<String> columns() {
    return keys.stream().map(Access::column).toList();
  }

  /** True where rows can be found by these columns alone. */
  boolean finds(List<String> wanted) {
    boolean whole = !partial() || predicate.equals("(" + wanted.get(0) + " IS NOT NULL)");
    boolean ordered = method.equals("btree") || (method.equals("hash") && wanted.size() == 1);
    return valid
        && whole
        && ordered
        && keys.size() >= wanted.size()
        && Set.copyOf(columns().subList(0, wanted.size())).equals(new HashSet<>(wanted));
  }

  /** True where another one begins with the very same keys. */
  boolean begins(Access other) {
    return other.keys.size() >= keys.size() && other.keys.subList(0, keys.size()).equals(keys);
  }
}
