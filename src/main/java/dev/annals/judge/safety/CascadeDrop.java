package dev.annals.judge.safety;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A drop takes with it what it does not name. */
final class CascadeDrop implements SafetyRule {

  @Override
  public String id() {
    return "cascade-drop";
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
    List<ObjectRef> lost =
        passage.observation().cascaded().stream()
            .filter(ref -> passage.before().find(ref).isPresent())
            .filter(ref -> passage.after().find(ref).isEmpty())
            .filter(ref -> isWorthIt(ref, passage) && !wentWithItsColumns(ref, passage))
            .toList();
    int line = line(passage);
    if (lost.isEmpty() || line == 0) {
      return Stream.empty();
    }
    List<String> names =
        lost.stream().map(ref -> ref.kind().label() + " " + ref.display()).toList();
    return Stream.of(
        new Hazard(
            new ArrayList<>(lost),
            "a drop takes with it what it does not name: " + Phrases.few(names),
            "What CASCADE takes is decided when it runs: on a database that has more, it takes more,"
                + " and nobody reviews it.",
            "Name in a DROP of its own each thing that has to go, and leave CASCADE out.",
            line));
  }

  private static boolean wentWithItsColumns(ObjectRef ref, Passage passage) {
    return passage
        .before()
        .find(ref)
        .filter(ForeignKey.class::isInstance)
        .map(object -> ((ForeignKey) object).columns())
        .orElse(List.of())
        .stream()
        .anyMatch(name -> passage.after().column(ref.schema(), ref.parent(), name).isEmpty());
  }

  /** Views, routines, tables and foreign keys of others stand for themselves. */
  private static boolean isWorthIt(ObjectRef ref, Passage passage) {
    return switch (ref.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, ROUTINE -> true;
      case FOREIGN_KEY, COLUMN, TRIGGER, POLICY ->
          passage.after().relation(ref.schema(), ref.parent()).isPresent();
      default -> false;
    };
  }

  /** The first statement that says so; a column takes what is its own with it in any case. */
  private static int line(Passage passage) {
    return passage.script().statements().stream()
        .filter(each -> each.text().matches("(?is)(drop|alter|do)\\b.*\\bcascade\\b.*"))
        .filter(each -> !each.code().matches("(?is).*\\bon\\s+(delete|update)\\s+cascade\\b.*"))
        .map(each -> each.first())
        .findFirst()
        .orElse(0);
  }
}
