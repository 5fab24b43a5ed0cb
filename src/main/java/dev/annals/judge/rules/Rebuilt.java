package dev.annals.judge.rules;

import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is different about something that was dropped and made again with what it held: the verdicts
 * on the differences, as if it had been altered.
 */
final class Rebuilt {

  private static final int SHOWN = 8;

  private final List<Verdict> differences = new ArrayList<>();

  /** Compares what belonged to the one with what belongs to the other. */
  Rebuilt(
      Collection<? extends SchemaObject> before,
      Collection<? extends SchemaObject> after,
      ChangeContext context) {
    List<Change> changes =
        SchemaDiff.between(Snapshot.of(Schema.of(before)), Snapshot.of(Schema.of(after)));
    ChangeContext own =
        new ChangeContext(
            context.before(), context.after(), changes, context.observation(), Route.UNKNOWN);
    changes.forEach(change -> differences.add(RuleCatalogue.judge(change, own)));
  }

  /** The worst of them; whoever reads by position, or holds a grant, may notice in any case. */
  Level level() {
    return differences.stream().map(Verdict::level).reduce(Level.POTENTIALLY_BREAKING, Level::or);
  }

  Effect readers() {
    return differences.stream().map(Verdict::readers).reduce(Effect.CONDITIONAL, Rebuilt::worse);
  }

  Effect writers() {
    return differences.stream().map(Verdict::writers).reduce(Effect.NONE, Rebuilt::worse);
  }

  DataEffect data() {
    return differences.stream()
        .map(Verdict::data)
        .reduce(DataEffect.NONE, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** What users can tell, a sentence each. */
  List<String> notes() {
    List<String> told =
        differences.stream()
            .filter(each -> each.level() != Level.EQUIVALENT)
            .map(each -> each.summary().replaceFirst(", but every row is written anew$", ""))
            .distinct()
            .toList();
    return told.size() <= SHOWN
        ? told
        : List.of(
            String.join("; ", told.subList(0, SHOWN)) + "; and " + (told.size() - SHOWN) + " more");
  }

  private static Effect worse(Effect one, Effect other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
