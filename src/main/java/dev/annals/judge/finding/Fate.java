package dev.annals.judge.finding;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Lifeline;
import java.util.Optional;

/**
 * What became of something that a page still calls by a former name.
 *
 * @param what a clause without a subject: {@code was dropped by migration 12}
 * @param now the name it has now; empty where it is gone
 * @param migration the migration that did it; empty where that is not known
 */
record Fate(String what, String now, String migration) {

  /** The fate of what once had this name; nothing where nothing ever had it. */
  static Optional<Fate> of(String name, Story story) {
    return new Formers(story).fate(name);
  }

  private static boolean isCalled(ObjectRef ref, String name) {
    return (ref.parent().isEmpty() || ref.kind() == ObjectKind.COLUMN)
        && ref.names().contains(name);
  }

  static Fate of(Lifeline line, String name, Story story) {
    if (!line.alive()) {
      String migration = story.migration(line.gone());
      String last = line.ref().display();
      String as = isCalled(line.ref(), name) ? "" : ", as " + last + ",";
      return new Fate("was dropped" + as + " by migration " + migration, "", migration);
    }
    String migration =
        line.events().stream()
            .filter(event -> isRename(story, event, name))
            .reduce((first, second) -> second)
            .map(event -> story.migration(event.step()))
            .orElse("");
    String by = migration.isEmpty() ? "" : " by migration " + migration;
    return new Fate("was renamed to " + line.ref().display() + by, line.ref().display(), migration);
  }

  private static boolean isRename(Story story, Lifeline.Event event, String name) {
    Change change = story.steps().get(event.step()).changes().get(event.change()).change();
    return change instanceof Change.Renamed renamed && isCalled(renamed.before().ref(), name);
  }
}
