package dev.annals.judge.rules;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the schema before already made sure of, so that a new constraint changes nothing. */
final class Proof {

  private static final Pattern FOLDED =
      Pattern.compile("(?:upper|lower)\\(\\(?\"?([^\"()]+?)\"?\\)?(?:::text)?\\)");

  private Proof() {}

  /**
   * True where a validated and enforced check of the schema before rejects null in that column
   * (PostgreSQL documentation, ALTER TABLE: "if a valid CHECK constraint is found which proves no
   * NULL can exist, then the table scan is skipped").
   */
  static boolean rulesNullOut(Column column, ChangeContext context) {
    return checksOf(column, context).anyMatch(Check::validated);
  }

  /** True where a check of the schema before kept writers from null, whatever old rows held. */
  static boolean rejectsNull(Column column, ChangeContext context) {
    return checksOf(column, context).findAny().isPresent();
  }

  private static Stream<Check> checksOf(Column column, ChangeContext context) {
    return context.formerParts(column.schema(), column.relation(), Check.class).stream()
        .filter(Check::enforced)
        .filter(check -> saysNotNull(check.expression(), column.name()));
  }

  /** True for a check that says nothing but that its column is not null. */
  static boolean isOnlyNotNull(Check check) {
    return check.columns().size() == 1
        && Conjunction.parts(check.expression()).size() == 1
        && saysNotNull(check.expression(), check.columns().get(0));
  }

  /** True for a condition of which one part is that the column is not null. */
  static boolean saysNotNull(String expression, String column) {
    return Conjunction.parts(expression).stream()
        .anyMatch(part -> part.equals(Quoting.of(column) + " IS NOT NULL"));
  }

  /** True where nothing but the key's columns was unique before, under whatever name. */
  static boolean wasUnique(Key key, ChangeContext context) {
    return coveringIndex(key, context).isPresent()
        || context.formerParts(key.schema(), key.table(), Key.class).stream()
            .anyMatch(former -> Keys.covers(former, key.columns()));
  }

  /** True where the key's columns were not null before. */
  static boolean wereFilled(Key key, ChangeContext context) {
    return context.formerParts(key.schema(), key.table(), Column.class).stream()
        .filter(column -> key.columns().contains(column.name()))
        .noneMatch(Column::nullable);
  }

  /** True where the unique index that was there before is the key's own now. */
  static boolean tookIndexOver(Key key, ChangeContext context) {
    return coveringIndex(key, context)
        .map(index -> context.after().find(index.ref()).isEmpty())
        .orElse(false);
  }

  private static Optional<Index> coveringIndex(Key key, ChangeContext context) {
    return context.formerParts(key.schema(), key.table(), Index.class).stream()
        .filter(index -> Keys.covers(index, key.columns()))
        .findFirst();
  }

  /** True where something else than this keeps the columns unique now. */
  static boolean isUnique(ObjectRef gone, List<String> columns, ChangeContext context) {
    return context.after().partsOf(gone.schema(), gone.parent(), Key.class).stream()
            .anyMatch(key -> Keys.covers(key, columns))
        || context.after().partsOf(gone.schema(), gone.parent(), Index.class).stream()
            .anyMatch(index -> Keys.covers(index, columns));
  }

  /** True where a new unique index rejects nothing that was not rejected before. */
  static boolean isUniqueAnyway(Index added, ChangeContext context) {
    return context.formerParts(added.schema(), added.table(), Key.class).stream()
            .anyMatch(key -> Keys.covers(key, added.keys()))
        || context.formerParts(added.schema(), added.table(), Index.class).stream()
            .anyMatch(index -> Keys.covers(index, added.keys()));
  }

  /** Fewer of these columns that were unique by themselves; nothing where none were. */
  static Optional<List<String>> uniquePart(
      String schema, String table, List<String> columns, ChangeContext context) {
    Set<String> all = Set.copyOf(columns);
    return Stream.concat(
            context.formerParts(schema, table, Key.class).stream()
                .filter(key -> key.deferrable().isEmpty())
                .map(Key::columns),
            context.formerParts(schema, table, Index.class).stream()
                .filter(index -> index.unique() && index.valid() && index.predicate().isEmpty())
                .map(Index::keys))
        .filter(part -> part.size() < all.size() && all.containsAll(part))
        .findFirst();
  }

  /**
   * A partial unique index of the schema before that took no duplicates which the new one refuses:
   * on some or all of its columns, for all of its rows and maybe more. None where none is.
   */
  static Optional<Index> uniqueRows(Index added, ChangeContext context) {
    return added.predicate().isEmpty()
        ? Optional.empty()
        : context.formerParts(added.schema(), added.table(), Index.class).stream()
            .filter(index -> !index.predicate().isEmpty() && refusesAll(index, added))
            .findFirst();
  }

  /** True where the one unique index refuses what the other does: fewer columns, more rows. */
  static boolean refusesAll(Index one, Index other) {
    boolean rows =
        one.predicate().isEmpty()
            || (!other.predicate().isEmpty()
                && Implication.holds(List.of(other.predicate()), one.predicate()));
    return one.unique()
        && one.valid()
        && (one.nullsNotDistinct() || !other.nullsNotDistinct())
        && Set.copyOf(other.keys()).containsAll(one.keys())
        && rows;
  }

  /**
   * What else a table is unique by today, in fewer of these columns or without regard to case: who
   * is unique by that is unique by these, too.
   */
  static Optional<List<String>> uniqueByLess(
      ObjectRef gone, List<String> columns, ChangeContext context) {
    Set<String> all = Set.copyOf(columns);
    return Stream.concat(
            context.after().partsOf(gone.schema(), gone.parent(), Key.class).stream()
                .filter(key -> key.deferrable().isEmpty())
                .map(Key::columns),
            context.after().partsOf(gone.schema(), gone.parent(), Index.class).stream()
                .filter(index -> index.unique() && index.valid() && index.predicate().isEmpty())
                .map(Index::keys))
        .filter(keys -> !keys.isEmpty() && !Set.copyOf(keys).equals(all))
        .filter(keys -> keys.stream().allMatch(key -> all.contains(folded(key))))
        .findFirst();
  }

  /** The column of {@code upper(name)}, {@code lower((name)::text)} or {@code name}. */
  private static String folded(String key) {
    Matcher matcher = FOLDED.matcher(key);
    return matcher.matches() ? matcher.group(1) : key;
  }
}
