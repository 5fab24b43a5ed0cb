package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Lifeline;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lifelines of a chronicle, by what they are about. */
final class Lives {

  private final Map<ObjectRef, Lifeline> alive = new HashMap<>();
  private final Map<String, List<Lifeline>> byOwner = new HashMap<>();

  Lives(Chronicle chronicle) {
    for (Lifeline lifeline : chronicle.lifelines()) {
      if (lifeline.alive()) {
        alive.put(lifeline.ref(), lifeline);
      }
      byOwner
          .computeIfAbsent(SiteIndex.owner(lifeline.ref()), owner -> new ArrayList<>())
          .add(lifeline);
    }
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

  /** The last step in which something happened to a relation or type or its parts; -1 for none. */
  int last(ObjectRef ref) {
    return all(ref).stream()
        .mapToInt(lifeline -> Math.max(lifeline.gone(), lifeline.lastChanged()))
        .max()
        .orElse(-1);
  }

  /** A text that differs where the lifelines of a relation or type or its parts do. */
  String text(ObjectRef ref) {
    return Key.of(Packed.write(all(ref).stream().map(Life::of).toList())).hex();
  }

  /** A lifeline without its number, which depends on all others. */
  private record Life(List<ObjectRef> names, int born, int gone, List<Lifeline.Event> events) {

    private static Life of(Lifeline lifeline) {
      return new Life(lifeline.names(), lifeline.born(), lifeline.gone(), lifeline.events());
    }
  }

  private List<Lifeline> all(ObjectRef ref) {
    return byOwner.getOrDefault(SiteIndex.owner(ref), List.of());
  }
}
