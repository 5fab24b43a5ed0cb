package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A table that does not say when, where its siblings do. */
final class MissingTimestamps implements DesignRule {

  @Override
  public String id() {
    return "missing-timestamps";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    List<Table> tables =
        schema.tables().filter(table -> !schema.joins(table) && !schema.isList(table)).toList();
    Map<String, List<Table>> having = new TreeMap<>();
    for (Table table : tables) {
      schema.columns(table).stream()
          .filter(column -> isStamp(column, schema))
          .forEach(
              column ->
                  having.computeIfAbsent(column.name(), name -> new ArrayList<>()).add(table));
    }
    return having.entrySet().stream()
        .filter(
            each ->
                each.getValue().size() >= 4 && each.getValue().size() * 4L >= tables.size() * 3L)
        .flatMap(each -> without(each.getKey(), each.getValue(), tables, schema));
  }

  private static Stream<Flaw> without(
      String name, List<Table> having, List<Table> tables, Blueprint schema) {
    Set<Table> those = new HashSet<>(having);
    return tables.stream()
        .filter(table -> !those.contains(table))
        .filter(
            table ->
                schema.columns(table).stream()
                    .noneMatch(column -> isStamp(column, schema) && isSame(column.name(), name)))
        .map(table -> flaw(table, name, having.size(), tables.size()));
  }

  private static boolean isStamp(Column column, Blueprint schema) {
    return Types.isMoment(schema.type(column))
        && Wording.has(
            column.name(), Set.of("created", "inserted", "updated", "modified", "changed"));
  }

  private static boolean isSame(String one, String other) {
    return Wording.words(one).get(0).equals(Wording.words(other).get(0));
  }

  private static Flaw flaw(Table table, String name, int having, int all) {
    return Flaw.of(
        table.ref(),
        "table "
            + table.ref().display()
            + " has no "
            + name
            + ", as "
            + having
            + " of "
            + all
            + " tables have",
        "Nobody can tell when a row came or changed, and jobs that copy what is new leave this"
            + " table out.",
        "ALTER TABLE "
            + Wording.sql(table.ref())
            + " ADD COLUMN "
            + Wording.sql(name)
            + " timestamptz NOT NULL DEFAULT now(); old rows get the day of the migration.");
  }
}
