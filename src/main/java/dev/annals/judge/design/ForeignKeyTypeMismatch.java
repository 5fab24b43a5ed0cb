package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The two sides of a foreign key are of different types. */
final class ForeignKeyTypeMismatch implements DesignRule {

  @Override
  public String id() {
    return "foreign-key-type-mismatch";
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
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .foreignKeys()
        .flatMap(
            key ->
                IntStream.range(0, key.columns().size())
                    .mapToObj(i -> flaw(key, i, schema))
                    .flatMap(Optional::stream));
  }

  private static Optional<Flaw> flaw(ForeignKey key, int place, Blueprint schema) {
    Optional<Column> from =
        schema.schema().column(key.schema(), key.table(), key.columns().get(place));
    Optional<Column> to =
        schema
            .schema()
            .column(key.targetSchema(), key.targetTable(), key.targetColumns().get(place));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    String here = schema.type(from.get());
    String there = schema.type(to.get());
    boolean unlimited = Types.isText(here) && Types.length(here) == 0;
    return here.equals(there)
        ? Optional.empty()
        : Optional.of(
            flaw(from.get(), to.get(), here, there)
                .doubtfulIf(unlimited && Types.isText(there))
                .mildIf((Types.isText(here) && Types.isText(there)) || isWider(here, there)));
  }

  private static Flaw flaw(Column from, Column to, String here, String there) {
    String source = from.ref().display();
    String target = to.ref().display();
    return Flaw.of(
            from.ref(),
            "column " + source + " is " + here + " and refers to " + target + ", which is " + there,
            why(source, target, here, there),
            "Give both the same type: "
                + (isWider(here, there) ? alter(to, here) : alter(from, there))
                + "; look first at what that rewrites.")
        .and(to.ref())
        .because(Property.TYPE);
  }

  private static String alter(Column column, String type) {
    return "ALTER TABLE "
        + Wording.sql(ObjectRef.table(column.schema(), column.relation()))
        + " ALTER COLUMN "
        + Wording.sql(column.name())
        + " TYPE "
        + type;
  }

  /** It holds every key that the other can have. */
  private static boolean isWider(String here, String there) {
    return Types.isInteger(here) && Types.isInteger(there) && rank(here) > rank(there);
  }

  private static String why(String source, String target, String here, String there) {
    if (Types.isInteger(here) && Types.isInteger(there) && rank(here) < rank(there)) {
      return "Keys of "
          + target
          + " beyond "
          + Types.greatest(here)
          + " cannot be written to "
          + source
          + ": the day the parent gets there, inserts fail.";
    }
    if (isWider(here, there)) {
      return "Every key fits; but programs see two types for one thing, and the parent comes to its end"
          + " while its references have room.";
    }
    if (Types.isText(here) && Types.isText(there)) {
      return "Values that one side takes are too long for the other, and a reader cannot tell which"
          + " limit is meant.";
    }
    return "One side holds values that the other cannot, and each check and join converts one of"
        + " them.";
  }

  private static int rank(String type) {
    return List.of("smallint", "integer", "bigint").indexOf(type);
  }
}
