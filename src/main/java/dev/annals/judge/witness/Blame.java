package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.regex.Pattern;

/** Finds which of several changes a broken statement is broken by. */
final class Blame {

  private final List<JudgedChange> changes;

  Blame(List<JudgedChange> changes) {
    this.changes = changes;
  }

  /**
   * The changes to which a refusal points: those whose object the server names; else those whose
   * object the statement names; else all that break anybody. Of several the gravest.
   *
   * @param message the server's words; empty where the statement is answered otherwise
   */
  List<JudgedChange> of(String sql, String message) {
    List<JudgedChange> named =
        changes.stream()
            .filter(judged -> mentions(message, judged.change(), false))
            .filter(judged -> mentions(sql, judged.change(), true) || !hasOwner(judged.change()))
            .toList();
    if (named.isEmpty()) {
      named = changes.stream().filter(judged -> mentions(message, judged.change(), false)).toList();
    }
    if (named.isEmpty()) {
      named =
          changes.stream()
              .filter(judged -> !(judged.change() instanceof Change.Added))
              .filter(judged -> mentions(sql, judged.change(), false))
              .filter(judged -> mentions(sql, judged.change(), true))
              .toList();
    }
    return gravest(named.isEmpty() ? changes : named);
  }

  private static List<JudgedChange> gravest(List<JudgedChange> named) {
    Level level =
        named.stream().map(judged -> judged.verdict().level()).reduce(Level.EQUIVALENT, Level::or);
    return named.stream().filter(judged -> judged.verdict().level() == level).toList();
  }

  private static boolean hasOwner(Change change) {
    return !old(change).ref().parent().isEmpty();
  }

  private static boolean mentions(String text, Change change, boolean owner) {
    SchemaObject object = old(change);
    ObjectRef ref = object.ref();
    String name =
        owner ? ref.owner() : object instanceof Routine routine ? routine.name() : ref.name();
    return !text.isEmpty()
        && Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(text).find();
  }

  /** The object as statements know it. */
  private static SchemaObject old(Change change) {
    if (change instanceof Change.Added added) {
      return added.object();
    }
    if (change instanceof Change.Dropped dropped) {
      return dropped.object();
    }
    if (change instanceof Change.Renamed renamed) {
      return renamed.before();
    }
    return change instanceof Change.Altered altered
        ? altered.before()
        : ((Change.Recreated) change).before();
  }
}
