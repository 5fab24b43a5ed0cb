package dev.annals.judge.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.change.Change;
import dev.annals.model.history.Commit;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Lifeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDiffLaws {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSchemaDoesNotDifferFromItself(long seed) {
    World world = new World(seed);
    world.change(20);
    assertEquals(List.of(), SchemaDiff.between(world.served(), world.served()));
    Snapshot unknown = Snapshot.of(world.served().schema());
    assertEquals(List.of(), SchemaDiff.between(unknown, world.served()));
    assertEquals(List.of(), SchemaDiff.between(world.served(), unknown));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWayBackSwapsWhatCameAndWhatWent(long seed) {
    World world = new World(seed);
    Snapshot before = world.served();
    world.change(8);
    Snapshot after = world.served();
    List<Change> there = SchemaDiff.between(before, after);
    List<Change> back = SchemaDiff.between(after, before);
    assertEquals(subjects(there, Change.Added.class), subjects(back, Change.Dropped.class));
    assertEquals(subjects(there, Change.Dropped.class), subjects(back, Change.Added.class));
    assertEquals(count(there, Change.Renamed.class), count(back, Change.Renamed.class));
  }

  /**
   * A dropped column takes its indexes along, but a new one does not bring them: they are left out.
   */
  private static Set<ObjectRef> subjects(List<Change> changes, Class<? extends Change> sort) {
    Set<ObjectRef> subjects = new TreeSet<>();
    for (Change change : changes) {
      if (sort.isInstance(change) && change.kind() != ObjectKind.INDEX) {
        subjects.add(change.subject());
      }
    }
    return subjects;
  }

  private static long count(List<Change> changes, Class<? extends Change> sort) {
    return changes.stream().filter(sort::isInstance).count();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRenameIsExactlyOneChange(long seed) {
    World world = new World(seed);
    world.change(30);
    Snapshot before = world.served();
    world.rename();
    List<Change> changes = SchemaDiff.between(before, world.served());
    assertEquals(1, changes.size(), changes::toString);
    assertInstanceOf(Change.Renamed.class, changes.get(0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheObjectsDoesNotMatter(long seed) {
    World world = new World(seed);
    Snapshot before = world.served();
    world.change(12);
    Snapshot after = world.served();
    assertEquals(
        SchemaDiff.between(before, after),
        SchemaDiff.between(shuffled(before, seed), shuffled(after, seed + 1)));
  }

  private static Snapshot shuffled(Snapshot snapshot, long seed) {
    List<SchemaObject> objects = new ArrayList<>(snapshot.schema().objects());
    Map<ObjectRef, Long> identities = snapshot.byRef();
    Collections.shuffle(objects, new Random(seed));
    Map<SchemaObject, Long> map = new LinkedHashMap<>();
    objects.forEach(object -> map.put(object, identities.get(object.ref())));
    return Snapshot.of(map);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void followingStepByStepEqualsKnowingWhichObjectIsWhich(long seed) {
    World world = new World(seed);
    List<Snapshot> truths = new ArrayList<>(List.of(world.truth()));
    List<Snapshot> served = new ArrayList<>(List.of(world.served()));
    for (int i = 0; i < 12; i++) {
      world.change(2);
      truths.add(world.truth());
      served.add(world.served());
    }
    Lineage lineage = Lineage.of(history(served));
    for (int from = 0; from < truths.size(); from += 3) {
      for (int to = from; to < truths.size(); to++) {
        assertEquals(
            SchemaDiff.between(truths.get(from), truths.get(to)),
            SchemaDiff.between(lineage.snapshot(from - 1), lineage.snapshot(to - 1)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyObjectHasOneLifelineAndEveryLifeAnEvent(long seed) {
    World world = new World(seed);
    List<Snapshot> served = new ArrayList<>(List.of(world.served()));
    for (int i = 0; i < 12; i++) {
      world.change(2);
      served.add(world.served());
    }
    Lineage lineage = Lineage.of(history(served));
    List<Lifeline> lines = lineage.lifelines();
    assertEquals(
        served.get(12).schema().objects().stream().map(SchemaObject::ref).toList(),
        lines.stream().filter(Lifeline::alive).map(Lifeline::ref).toList());
    for (Lifeline line : lines) {
      assertTrue(line.born() < 0 || line.events().get(0).step() == line.born(), line::toString);
      assertTrue(line.alive() || line.lastChanged() == line.gone(), line::toString);
    }
  }

  /** The first snapshot is the initial one; each other is a step. */
  static History history(List<Snapshot> snapshots) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < snapshots.size(); i++) {
      steps.add(new Step(migration(i), snapshots.get(i), Observation.NOTHING));
    }
    return new History("PostgreSQL 17", snapshots.get(0), steps, List.of());
  }

  private static Migration migration(int version) {
    String text = Integer.toString(version);
    return new Migration(
        MigrationKind.VERSIONED,
        text,
        "step",
        "V" + text + "__step.sql",
        0,
        "",
        "",
        Commit.UNKNOWN,
        List.of());
  }
}
