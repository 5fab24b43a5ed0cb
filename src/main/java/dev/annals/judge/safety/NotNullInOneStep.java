package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.Work;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A column is made NOT NULL at once. */
final class NotNullInOneStep implements SafetyRule {

  @Override
  public String id() {
    return "not-null-in-one-step";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    return Stream.concat(
        Tolls.of(passage, toll -> isOne(toll) && isBare(toll, passage))
            .map(
                tolls ->
                    tolls.hazard(
                        "this fails as soon as there is a row in "
                            + tolls.on()
                            + ": "
                            + tolls.what(),
                        "A row that is there has no value for the new column, and may not be without"
                            + " one: the migration runs on an empty table, and fails on another.",
                        "Give it a constant default, which costs nothing; or add it without NOT NULL,"
                            + " fill it in small batches, and set it in a later migration.")),
        Tolls.of(
                passage,
                passage.tolls().stream()
                    .filter(toll -> isOne(toll) && !isBare(toll, passage))
                    .map(toll -> atItsCause(toll, passage)))
            .map(
                tolls ->
                    tolls.hazard(
                        "this reads all of " + tolls.on() + " under lock: " + tolls.what(),
                        "The table is locked for readers and writers until the server has looked for"
                            + " a null in every row.",
                        "Add CHECK (… IS NOT NULL) NOT VALID, validate it in a later migration, then SET"
                            + " NOT NULL and drop the check: the server takes the proof and reads nothing.")));
  }

  static boolean isOne(Toll toll) {
    Change change = toll.judged().change();
    boolean set =
        change instanceof Change.Altered altered && altered.property() == Property.NULLABLE;
    boolean added =
        change instanceof Change.Added other
            && other.object() instanceof Column column
            && !column.nullable();
    return toll.has(Work.SCAN) && (set || added);
  }

  /** A new column that nothing fills before it may not be null. */
  private static boolean isBare(Toll toll, Passage passage) {
    return toll.rule().equals("column-added-required") && setting(toll, passage).isEmpty();
  }

  /** What takes the time is the statement that sets it, not the one that adds the column. */
  private static Toll atItsCause(Toll toll, Passage passage) {
    int line = setting(toll, passage).orElse(toll.line());
    return new Toll(toll.judged(), toll.table(), line);
  }

  /** The line that sets the column {@code NOT NULL}. */
  private static Optional<Integer> setting(Toll toll, Passage passage) {
    String name = toll.subject().name();
    return passage.script().statements().stream()
        .filter(each -> each.code().matches("(?is).*\\bset\\s+not\\s+null\\b.*"))
        .filter(
            each ->
                Lines.naming(each, toll.table().name()).isPresent()
                    || Lines.naming(each, toll.subject().owner()).isPresent())
        .flatMap(each -> Lines.naming(each, name).stream())
        .reduce((first, last) -> last);
  }
}
