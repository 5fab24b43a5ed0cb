package dev.annals.judge.diff;

import dev.annals.model.change.Change;
import dev.annals.model.history.History;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Lifeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows every object of a history through all its steps. A server's identities may be lost on the
 * way and given anew; a lifeline's number is the object's own from its first step to its last, so
 * any two moments of the history can be compared exactly.
 */
public final class Lineage {

  private static final Comparator<Lifeline> ORDER =
      Comparator.comparing(Lifeline::ref)
          .thenComparingInt(Lifeline::born)
          .thenComparingInt(Lifeline::id);

  private History history;
  private final List<Life> lives = new ArrayList<>();
  private final List<Numbers> numbers = new ArrayList<>();
  private final List<List<Change>> changes = new ArrayList<>();
  private final List<Map<ObjectRef, ObjectRef>> droppedWith = new ArrayList<>();

  private Lineage(History history) {
    this.history = history;
  }

  /** Follows a history. */
  public static Lineage of(History history) {
    Lineage lineage = new Lineage(history);
    lineage.begin();
    return lineage.onwards(history);
  }

  /**
   * Follows a history of which the beginning was followed before.
   *
   * @param changes what each step of that beginning changed
   * @return empty where it is the beginning of another history
   */
  public static Optional<Lineage> of(History history, Followed before, List<List<Change>> changes) {
    return Numbering.read(history, before.numbers())
        .map(
            numbers -> {
              Lineage lineage = new Lineage(history);
              before.lives().forEach(each -> lineage.lives.add(new Life(each)));
              lineage.changes.addAll(changes);
              lineage.droppedWith.addAll(before.droppedWith());
              lineage.numbers.addAll(numbers);
              return lineage.onwards(history);
            });
  }

  /**
   * How far a lineage has followed its history, without the schemas and their changes.
   *
   * @param lives by their numbers, which begin at 1
   * @param numbers for each moment, that before the first step included, the places in its schema
   *     where another object stands than at the same address before, with their numbers
   * @param droppedWith for each step, what it took away as a part of something else
   */
  public record Followed(
      List<Lifeline> lives,
      List<Map<Integer, Integer>> numbers,
      List<Map<ObjectRef, ObjectRef>> droppedWith) {

    public Followed {
      lives = List.copyOf(lives);
      numbers = List.copyOf(numbers);
      droppedWith = List.copyOf(droppedWith);
    }
  }

  /** How far this has got. */
  public Followed followed() {
    return new Followed(
        lives.stream().map(Life::toLifeline).toList(),
        Numbering.written(history, numbers),
        droppedWith);
  }

  /**
   * Goes on with what a longer history has after this one: it is that one's lineage then.
   *
   * @param longer begins as the history that was followed
   */
  public Lineage onwards(History longer) {
    history = longer;
    for (int step = changes.size(); step < longer.steps().size(); step++) {
      follow(step);
    }
    return this;
  }

  /** What a step changed, in order. */
  public List<Change> changes(int step) {
    return changes.get(step);
  }

  /** What a step took away as a part of something else, each with the fact that tells of it. */
  public Map<ObjectRef, ObjectRef> droppedWith(int step) {
    return droppedWith.get(step);
  }

  /**
   * The schema after a step with lifeline numbers as identities.
   *
   * @param step index of the step; -1 for the schema before the first
   */
  public Snapshot snapshot(int step) {
    return new Snapshot(history.before(step + 1).schema(), numbers.get(step + 1));
  }

  /**
   * Another schema of about the time of a step, such as a release's own files give: what stands at
   * the same address as after that step is taken to be the same object.
   *
   * @param step index of the step; -1 for the schema before the first
   */
  public Snapshot recognise(Schema schema, int step) {
    Snapshot known = snapshot(step);
    if (schema.equals(known.schema())) {
      return known;
    }
    Map<ObjectRef, Long> byRef = known.byRef();
    return new Snapshot(
        schema,
        schema.objects().stream().map(object -> byRef.getOrDefault(object.ref(), 0L)).toList());
  }

  /** The lifelines of every object that ever was, sorted by address, then by age. */
  public List<Lifeline> lifelines() {
    return lives.stream().map(Life::toLifeline).sorted(ORDER).toList();
  }

  private void begin() {
    List<SchemaObject> objects = history.initial().schema().objects();
    int[] initial = new int[objects.size()];
    for (int i = 0; i < initial.length; i++) {
      initial[i] = born(-1, objects.get(i).ref());
    }
    numbers.add(new Numbers(initial));
  }

  private int born(int step, ObjectRef name) {
    int id = lives.size() + 1;
    lives.add(new Life(id, step, name));
    return id;
  }

  private Life life(int step, Schema schema, ObjectRef ref) {
    return lives.get(numbers.get(step).number(Sorted.indexOf(schema, ref)) - 1);
  }

  private void follow(int step) {
    Snapshot before = history.before(step);
    Snapshot after = history.steps().get(step).after();
    Comparison comparison = SchemaDiff.compare(before, after);
    numbers.add(number(step, comparison.pairing().origins()));
    changes.add(comparison.changes());
    droppedWith.add(comparison.droppedWith());
    for (SchemaObject object : comparison.pairing().lost()) {
      life(step, before.schema(), object.ref()).end(step);
    }
    note(step, comparison);
  }

  private Numbers number(int step, Origins origins) {
    List<SchemaObject> old = history.before(step).schema().objects();
    List<SchemaObject> now = history.steps().get(step).after().schema().objects();
    Numbers former = numbers.get(step);
    int[] result = new int[now.size()];
    for (int j = 0; j < result.length; j++) {
      int origin = origins.of(j);
      if (origin < 0) {
        result[j] = born(step, now.get(j).ref());
        continue;
      }
      result[j] = former.number(origin);
      if (old.get(origin) != now.get(j)) {
        lives.get(result[j] - 1).seenAt(now.get(j).ref());
      }
    }
    return former.orSame(result);
  }

  private void note(int step, Comparison comparison) {
    Schema before = history.before(step).schema();
    Schema after = history.steps().get(step).after().schema();
    Map<ObjectRef, Integer> added = new HashMap<>();
    Map<ObjectRef, Integer> dropped = new HashMap<>();
    IdentityHashMap<Change, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < comparison.changes().size(); i++) {
      Change change = comparison.changes().get(i);
      places.put(change, i);
      boolean gone = change instanceof Change.Dropped;
      life(gone ? step : step + 1, gone ? before : after, change.subject()).event(step, i);
      if (gone) {
        dropped.put(change.subject(), i);
      } else if (change instanceof Change.Added) {
        added.put(change.subject(), i);
      } else if (isAttachment(change)) {
        added.put(change.subject(), i);
        dropped.putIfAbsent(change.subject(), i);
      }
    }
    comparison
        .addedWith()
        .forEach((part, whole) -> life(step + 1, after, part).event(step, added.get(whole)));
    comparison
        .droppedWith()
        .forEach((part, whole) -> life(step, before, part).event(step, dropped.get(whole)));
    for (Inherited.Echo echo : comparison.echoes()) {
      life(step + 1, after, echo.subject()).event(step, places.get(echo.original()));
    }
  }

  /** A table that becomes a partition, or ceases to be one, has its parts from elsewhere. */
  private static boolean isAttachment(Change change) {
    return change instanceof Change.Altered altered && altered.property() == Property.PARTITION_OF;
  }
}
