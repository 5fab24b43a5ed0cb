package dev.annals.judge.diff;

import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.index;
import static dev.annals.judge.diff.Objects.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.annals.model.change.Change;
import dev.annals.model.history.History;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Lifeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static final Snapshot EMPTY = Snapshot.EMPTY;

  private static Snapshot one(long table, String name, long column, String columnName) {
    return new Snapshots()
        .with(table, table("public", name))
        .with(column, column(name, columnName, 1, "integer"))
        .done();
  }

  @Test
  void aLifelineKnowsItsNamesItsBirthAndItsEnd() {
    History history =
        SchemaDiffLaws.history(
            List.of(
                EMPTY, one(1, "a", 11, "x"), one(1, "b", 11, "x"), one(1, "b", 11, "y"), EMPTY));
    List<Lifeline> lines = Lineage.of(history).lifelines();
    assertEquals(2, lines.size());
    Lifeline table = lines.get(0);
    assertEquals(
        List.of(ObjectRef.table("public", "a"), ObjectRef.table("public", "b")), table.names());
    assertEquals(0, table.born());
    assertEquals(3, table.gone());
    assertEquals(
        List.of(new Lifeline.Event(0, 0), new Lifeline.Event(1, 0), new Lifeline.Event(3, 0)),
        table.events());
    Lifeline column = lines.get(1);
    assertEquals(
        List.of("a.x", "b.x", "b.y"), column.names().stream().map(ObjectRef::display).toList());
    assertEquals(
        List.of(new Lifeline.Event(0, 0), new Lifeline.Event(2, 0), new Lifeline.Event(3, 0)),
        column.events());
  }

  @Test
  void renamesFoldAndWhatCameAndWentIsNoChange() {
    Snapshot between =
        new Snapshots()
            .with(1, table("public", "b"))
            .with(11, column("b", "x", 1, "integer"))
            .with(9, table("public", "scratch"))
            .done();
    History history =
        SchemaDiffLaws.history(List.of(one(1, "a", 11, "x"), between, one(1, "c", 11, "x")));
    Lineage lineage = Lineage.of(history);
    List<Change> net = SchemaDiff.between(lineage.snapshot(-1), lineage.snapshot(1));
    assertEquals(1, net.size());
    assertEquals("a", ((Change.Renamed) net.get(0)).before().ref().name());
    assertEquals("c", net.get(0).subject().name());
  }

  @Test
  void aColumnThatIsDroppedAndMadeAgainIsAnotherOne() {
    Snapshot none = new Snapshots().with(1, table("public", "a")).done();
    History history =
        SchemaDiffLaws.history(List.of(one(1, "a", 11, "x"), none, one(1, "a", 12, "x")));
    Lineage lineage = Lineage.of(history);
    assertEquals(
        List.of(Change.Dropped.class, Change.Added.class),
        SchemaDiff.between(lineage.snapshot(-1), lineage.snapshot(1)).stream()
            .map(change -> change.getClass())
            .toList());
  }

  @Test
  void anotherSchemaOfTheSameTimeIsRecognisedByAddress() {
    History history = SchemaDiffLaws.history(List.of(EMPTY, one(1, "a", 11, "x")));
    Lineage lineage = Lineage.of(history);
    Snapshot other =
        new Snapshots()
            .with(table("public", "a"))
            .with(column("a", "x", 1, "bigint"))
            .with(index("a", "i", "", "x"))
            .done();
    Snapshot recognised = lineage.recognise(other.schema(), 0);
    assertEquals(
        lineage.snapshot(0).byRef().get(ObjectRef.table("public", "a")),
        recognised.byRef().get(ObjectRef.table("public", "a")));
    assertEquals(2, SchemaDiff.between(lineage.snapshot(0), recognised).size());
  }

  @Test
  void stepsThatTouchLittleCostLittle() {
    History history = SchemaDiffLaws.history(history(200, 14, 200));
    assertTimeout(Duration.ofSeconds(20), () -> Lineage.of(history));
  }

  private static List<Snapshot> history(int tables, int columns, int steps) {
    Map<SchemaObject, Long> objects = new LinkedHashMap<>();
    long next = 1000;
    for (int t = 0; t < tables; t++) {
      objects.put(table("public", "t" + t), next++);
      for (int c = 0; c < columns; c++) {
        objects.put(column("t" + t, "c" + c, c + 1, "integer"), next++);
      }
    }
    List<Snapshot> snapshots = new ArrayList<>(List.of(Snapshot.of(objects)));
    for (int step = 0; step < steps; step++) {
      String name = "t" + step % tables;
      objects.put(column(name, "added" + step, columns + 1 + step, "text"), next++);
      snapshots.add(Snapshot.of(objects));
    }
    return snapshots;
  }
}
