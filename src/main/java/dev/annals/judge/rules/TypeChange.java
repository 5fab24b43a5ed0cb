package dev.annals.judge.rules;

import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Level;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Arrays;
import java.util.Optional;

/**
 * A table's column that has another type: what every rule of the type matrix looks at.
 *
 * @param altered the change of the type
 * @param conversion what becomes of the values
 * @param indexed whether the table has indexes, all of which are built again where rows move
 * @param keyed whether a foreign key is on the column or refers to it
 */
record TypeChange(
    Alteration<Column> altered, Conversion conversion, boolean indexed, boolean keyed) {

  /** The type change, where the change is one and does that to the values. */
  static Optional<TypeChange> of(Change change, ChangeContext context, Conversion... wanted) {
    return Facts.altered(change, Column.class, Property.TYPE)
        .map(altered -> of(altered, context))
        .filter(type -> Arrays.asList(wanted).contains(type.conversion));
  }

  private static TypeChange of(Alteration<Column> altered, ChangeContext context) {
    Conversion conversion =
        new TypeMatrix(context.before(), context.after()).conversion(altered.from(), altered.to());
    return new TypeChange(
        altered,
        conversion,
        Keys.areOn(altered.after().schema(), altered.after().relation(), context),
        Keys.isPartOfForeignKey(altered.before(), context.before()));
  }

  /** Begins a verdict on a type change that rewrites the table. */
  Ruling rewriting(VerdictRule rule, Level level) {
    return inPlace(rule, level)
        .work(REWRITE)
        .workIf(indexed, INDEX_BUILD)
        .workIf(keyed, SCAN)
        .noteIf(keyed, KEYED);
  }

  /** Begins a verdict on a change of zone: where the session is in UTC, the bytes may stay. */
  Ruling zoned(VerdictRule rule, Level level, ChangeContext context) {
    Column column = altered.before();
    return context.spared(altered.after().schema(), altered.after().relation(), REWRITE)
        ? inPlace(rule, level).workIf(Keys.isIndexed(column, context.before()), INDEX_BUILD)
        : rewriting(rule, level);
  }

  /** Begins a verdict on a type change that touches no row, unless it is one of array elements. */
  Ruling inPlace(VerdictRule rule, Level level) {
    return new Ruling(rule, level).lock(ACCESS_EXCLUSIVE).note(PREPARED);
  }

  /** True for arrays: the server converts each element, and so writes each row anew. */
  boolean ofArrays() {
    return TypeText.parse(altered.from()).array();
  }

  /** The column's bare name. */
  String column() {
    return altered.after().name();
  }

  /** The sentence, with what becomes of the values: "column t.a changes from … to …: …". */
  String sentence(String outcome) {
    return Words.the(altered.after()) + " " + altered.course() + ": " + outcome;
  }

  /** The way around every rewriting type change. */
  String copyInstead() {
    return "Add a new column of type "
        + altered.to()
        + " beside "
        + column()
        + ", keep both in step with a trigger, copy old rows in batches, move readers over, and"
        + " drop the old one in a later release";
  }

  private static final String KEYED =
      "The column's foreign keys are checked again, and readers and writers of the other table wait,"
          + " too";

  /** Measured even for a longer varchar. */
  private static final String PREPARED =
      "Statements prepared before fail once: cached plan must not change result type";
}
