package dev.annals.judge.finding;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Lifeline;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who once had which name. */
final class Formers {

  private static final Comparator<Lifeline> LATEST =
      Comparator.comparing(Lifeline::alive)
          .thenComparing(Lifeline::gone)
          .thenComparing(line -> -line.id());

  private final Story story;
  private Map<String, Lifeline> byName;

  Formers(Story story) {
    this.story = story;
  }

  /** The fate of what once had a name, of the latest where there were several. */
  Optional<Fate> fate(String name) {
    if (byName == null) {
      byName = new HashMap<>();
      story.lifelines().forEach(line -> line.names().forEach(ref -> put(ref, line)));
    }
    return Optional.ofNullable(byName.get(name)).map(line -> Fate.of(line, name, story));
  }

  private void put(ObjectRef ref, Lifeline line) {
    if (ref.parent().isEmpty() || ref.kind() == ObjectKind.COLUMN) {
      ref.names().forEach(name -> byName.merge(name, line, Formers::later));
    }
  }

  private static Lifeline later(Lifeline one, Lifeline other) {
    return LATEST.compare(one, other) >= 0 ? one : other;
  }
}
