package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A time of change that nobody sets. */
final class UnmaintainedUpdatedAt implements DesignRule {

  private static final Set<String> WORDS = Set.of("updated", "modified", "changed");

  /** Words beside those that leave it the whole row's: {@code row_last_updated_at}. */
  private static final Set<String> OF_THE_ROW =
      Set.of("last", "row", "record", "at", "on", "date", "time", "timestamp", "ts", "utc", "dt");

  @Override
  public String id() {
    return "unmaintained-updated-at";
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
    boolean habit =
        schema.columns().anyMatch(column -> isStamp(column, schema) && isSet(column, schema));
    return schema
        .columns()
        .filter(column -> isStamp(column, schema) && !isSet(column, schema))
        .map(column -> flaw(column, habit).doubtfulIf(!habit).mildIf(!habit));
  }

  private static boolean isStamp(Column column, Blueprint schema) {
    List<String> words = Wording.words(column.name());
    return Types.isMoment(schema.type(column))
        && words.stream().anyMatch(WORDS::contains)
        && words.stream().allMatch(word -> WORDS.contains(word) || OF_THE_ROW.contains(word))
        && !(words.contains("changed") && isLog(column, schema))
        && (Set.of("at", "on", "date", "time", "timestamp", "ts")
                .contains(Wording.last(column.name()))
            || words.size() == 1)
        && column.generated().isEmpty();
  }

  /** Where the only moment is when something changed, a row is a change, and stays as it is. */
  private static boolean isLog(Column column, Blueprint schema) {
    return schema.schema().columns(column.schema(), column.relation()).stream()
        .noneMatch(other -> !other.equals(column) && Types.isMoment(schema.type(other)));
  }

  /** A trigger on update calls something that speaks of it. */
  private static boolean isSet(Column column, Blueprint schema) {
    return schema.table(column.ref()).map(schema::triggers).orElse(List.of()).stream()
        .filter(trigger -> trigger.definition().contains("UPDATE"))
        .anyMatch(
            trigger ->
                schema
                    .routine(trigger)
                    .map(routine -> routine.body().contains(column.name()))
                    .orElse(true));
  }

  private static Flaw flaw(Column column, boolean habit) {
    String table = ObjectRef.table(column.schema(), column.relation()).display();
    return Flaw.of(
        column.ref(),
        "nothing in the database sets column " + column.ref().display() + " when a row changes",
        habit
            ? "Other tables have a trigger that does: who relies on it here sees the day on which"
                + " the row was made."
            : "It is right as long as every program and every repair by hand remembers to set it.",
        "CREATE TRIGGER … BEFORE UPDATE ON "
            + Wording.sql(ObjectRef.table(column.schema(), column.relation()))
            + " FOR EACH ROW EXECUTE FUNCTION …; as for the tables that have one. "
            + "If programs are to set it in "
            + table
            + ", say so in a comment.");
  }
}
