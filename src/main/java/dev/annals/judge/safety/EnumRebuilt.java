package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Work;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An enum is replaced by another one of the same name or for the same columns. */
final class EnumRebuilt implements SafetyRule {

  @Override
  public String id() {
    return "enum-rebuilt";
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
    List<Column> columns = columns(passage).toList();
    if (columns.isEmpty()) {
      return Stream.empty();
    }
    List<ObjectRef> subjects = new ArrayList<>();
    columns.forEach(column -> subjects.add(column.ref()));
    subjects.addAll(tables(passage));
    List<String> names = columns.stream().map(column -> column.ref().display()).toList();
    return Stream.of(
        new Hazard(
            subjects,
            "an enum is replaced by another one, which rewrites " + Phrases.few(names),
            "Its tables are locked for readers and writers until their last row is written again,"
                + " and whoever sends a value that is left out is refused from then on.",
            "Values can be added and renamed in place (ALTER TYPE … ADD VALUE, RENAME VALUE); leave"
                + " those in that are no longer used, with a check constraint against them.",
            passage.lines().of(new Change.Added(columns.get(0)))));
  }

  /** The tables that are rewritten for it. */
  static Set<ObjectRef> tables(Passage passage) {
    return columns(passage)
        .map(column -> ObjectRef.table(column.schema(), column.relation()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Columns of rewritten tables whose values were of an enum and are of another one. */
  private static Stream<Column> columns(Passage passage) {
    Set<String> rebuilt = rebuilt(passage);
    return passage.worked(Work.REWRITE).stream()
        .flatMap(table -> passage.before().columns(table.schema(), table.name()).stream())
        .filter(column -> isEnum(column.type(), passage.before()))
        .filter(
            column ->
                passage
                    .after()
                    .column(column.schema(), column.relation(), column.name())
                    .filter(after -> isEnum(after.type(), passage.after()))
                    .filter(
                        after ->
                            !after.type().equals(column.type()) || rebuilt.contains(after.type()))
                    .isPresent());
  }

  private static Set<String> rebuilt(Passage passage) {
    return passage.changes().stream()
        .map(JudgedChange::change)
        .filter(change -> change instanceof Change.Recreated || change instanceof Change.Added)
        .map(Change::subject)
        .flatMap(ref -> Stream.of(ref.name(), ref.qualified()))
        .collect(Collectors.toSet());
  }

  private static boolean isEnum(String type, Schema schema) {
    return schema
        .all(EnumType.class)
        .anyMatch(each -> type.equals(each.name()) || type.equals(each.ref().qualified()));
  }
}
