package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A unique key that nulls slip through. */
final class NullableUnique implements DesignRule {

  @Override
  public String id() {
    return "nullable-unique";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .flatMap(
            table ->
                schema.accesses(table).stream()
                    .filter(each -> each.unique() && !each.primary() && !each.nullsNotDistinct())
                    .map(each -> flaw(each, table, schema))
                    .flatMap(Optional::stream));
  }

  private static Optional<Flaw> flaw(Access access, Table table, Blueprint schema) {
    List<String> open =
        access.columns().stream()
            .filter(name -> schema.column(table, name).filter(Column::nullable).isPresent())
            .filter(name -> !access.predicate().contains(name + " IS NOT NULL"))
            .filter(name -> !isSettled(name, table, schema))
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    boolean alone = access.keys().size() == 1;
    boolean optional =
        open.stream()
            .anyMatch(each -> schema.column(table, each).filter(schema::inForeignKey).isPresent());
    String keys = Wording.keys(access.columns());
    String name = table.ref().display();
    return Optional.of(
        Flaw.of(
                access.ref(),
                "unique "
                    + keys
                    + " of "
                    + name
                    + " does not hold where "
                    + Wording.list(open)
                    + (open.size() == 1 ? " is null" : " are null"),
                alone
                    ? "Any number of rows may leave "
                        + open.get(0)
                        + " out; that is fine where it is optional, and a surprise where it is not."
                    : "Two nulls are never equal: rows that agree in all the other columns may be"
                        + " there twice.",
                alone
                    ? "If every row has one, set it NOT NULL."
                    : "Set it NOT NULL, or declare the key UNIQUE NULLS NOT DISTINCT (PostgreSQL 15"
                        + " and later), or add a partial unique index for the rows without it.")
            .doubtfulIf(alone || optional)
            .mildIf(alone));
  }

  /** Another unique index is for the rows that leave it out. */
  private static boolean isSettled(String name, Table table, Blueprint schema) {
    return schema.accesses(table).stream()
        .anyMatch(other -> other.unique() && other.predicate().contains(name + " IS NULL"));
  }
}
