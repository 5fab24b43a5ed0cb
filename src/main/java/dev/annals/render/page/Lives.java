package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The lifelines of a chronicle, by what they are about. */
final class Lives {

  private final Map<ObjectRef, Lifeline> alive = new HashMap<>();
  private final Map<String, List<Lifeline>> byOwner = new HashMap<>();
  private final Map<Integer, String> steps = new ConcurrentHashMap<>();
  private final Chronicle chronicle;
  private final IntFunction<String> releaseOf;

  /**
   * Those of a chronicle.
   *
   * @param releaseOf names the release that brought a step
   */
  Lives(Chronicle chronicle, IntFunction<String> releaseOf) {
    this.chronicle = chronicle;
    this.releaseOf = releaseOf;
    for (Lifeline lifeline : chronicle.lifelines()) {
      if (lifeline.alive()) {
        alive.put(lifeline.ref(), lifeline);
      }
      add(SiteIndex.owner(lifeline.ref()), lifeline);
      if (lifeline.ref().kind() == ObjectKind.PUBLISHED_TABLE) {
        String publication = lifeline.ref().name();
        add(SiteIndex.owner(ObjectRef.of(ObjectKind.PUBLICATION, "", publication)), lifeline);
      }
    }
  }

  private void add(String owner, Lifeline lifeline) {
    byOwner.computeIfAbsent(owner, key -> new ArrayList<>()).add(lifeline);
  }

  /** The lifeline of an object that is there; null where it has none. */
  Lifeline of(ObjectRef ref) {
    return alive.get(ref);
  }

  /** All that happened to a relation or type and its parts, latest first. */
  List<Lifeline.Event> events(ObjectRef ref) {
    return all(ref).stream()
        .flatMap(lifeline -> lifeline.events().stream())
        .distinct()
        .sorted(
            Comparator.comparingInt(Lifeline.Event::step)
                .reversed()
                .thenComparingInt(Lifeline.Event::change))
        .toList();
  }

  /**
   * A text that differs where the lifelines of a relation or type or its parts do, or what is told
   * of a step in which something happened to them. A step that others were put before is the same.
   */
  String text(ObjectRef ref) {
    SortedSet<Integer> in = new TreeSet<>();
    for (Lifeline lifeline : all(ref)) {
      in.addAll(List.of(lifeline.born(), lifeline.gone()));
      lifeline.events().forEach(event -> in.add(event.step()));
    }
    Map<Integer, Integer> places = new HashMap<>();
    List<String> parts = new ArrayList<>();
    for (int step : in) {
      places.put(step, places.size());
      parts.add(step(step));
    }
    for (Lifeline lifeline : all(ref)) {
      StringBuilder events = new StringBuilder(lifeline.names().toString());
      events.append(' ').append(places.get(lifeline.born()));
      events.append(' ').append(places.get(lifeline.gone()));
      for (Lifeline.Event event : lifeline.events()) {
        events.append(' ').append(event.change()).append('@').append(places.get(event.step()));
      }
      parts.add(events.toString());
    }
    return Key.of(parts.toArray(String[]::new)).hex();
  }

  private String step(int number) {
    return number < 0 ? "" : steps.computeIfAbsent(number, this::told);
  }

  private String told(int number) {
    JudgedStep step = chronicle.steps().get(number);
    Migration migration = step.step().migration();
    Told told =
        new Told(
            migration.kind(),
            migration.version(),
            migration.description(),
            migration.path(),
            migration.comment(),
            migration.introduced(),
            releaseOf.apply(number),
            step.changes());
    return Key.of(Packed.plain(told)).hex();
  }

  /** What is told of a step wherever it is told. */
  private record Told(
      MigrationKind kind,
      String version,
      String description,
      String path,
      String comment,
      Commit introduced,
      String release,
      List<JudgedChange> changes) {}

  private List<Lifeline> all(ObjectRef ref) {
    return byOwner.getOrDefault(SiteIndex.owner(ref), List.of());
  }
}
