package dev.annals.judge.reverse;

import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Undo;
import java.util.ArrayList;
import java.util.List;

/** Compares what an undo script left with what was there before its migration. */
final class UndoComparison {

  private final Schema before;
  private final Schema after;

  /**
   * @param before the structure before the migration
   * @param after the structure after it
   */
  UndoComparison(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** What the script is worth. Objects that were made anew count as the old ones of that name. */
  Undo of(UndoRun run) {
    String path = run.script().path();
    if (run instanceof UndoRun.Failed failed) {
      return new Undo.Fails(path, failed.line(), failed.message());
    }
    if (run instanceof UndoRun.Untried untried) {
      return new Undo.Untried(path, untried.reason());
    }
    Schema left = ((UndoRun.Done) run).after().schema();
    List<String> moved = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (Change change : SchemaDiff.between(Snapshot.of(before), Snapshot.of(left))) {
      boolean place =
          change instanceof Change.Altered altered && altered.property() == Property.POSITION;
      (place ? moved : differences).add(words(change));
    }
    return differences.isEmpty()
        ? new Undo.Restores(path, moved)
        : new Undo.Differs(path, differences);
  }

  private String words(Change change) {
    String subject = change.kind().label() + " " + change.subject().display();
    if (change instanceof Change.Added) {
      return subject + (after.find(change.subject()).isPresent() ? " stays" : " is new");
    }
    if (change instanceof Change.Dropped) {
      return subject + " does not come back";
    }
    if (change instanceof Change.Renamed renamed) {
      return subject + " was called " + renamed.before().ref().name();
    }
    if (change instanceof Change.Altered altered) {
      return altered.property() == Property.POSITION
          ? subject + " comes back at another place"
          : "the " + altered.property().label() + " of " + subject + compared(altered);
    }
    return subject + " is another one";
  }

  private static String compared(Change.Altered altered) {
    String from = altered.from();
    String to = altered.to();
    boolean shown = from.length() <= 80 && to.length() <= 80 && !(from + to).contains("\n");
    return shown ? " was " + or(from) + ", is " + or(to) : " is another";
  }

  private static String or(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
