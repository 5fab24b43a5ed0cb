package dev.annals.judge.rules;

import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Reversibility;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

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

  /** A ruling that begins with what the differences do; the rest is the caller's. */
  Ruling ruling(VerdictRule rule) {
    Ruling ruling =
        new Ruling(rule, level())
            .readers(worst(Verdict::readers, Effect.CONDITIONAL))
            .writers(worst(Verdict::writers, Effect.NONE))
            .data(worst(Verdict::data, DataEffect.NONE))
            .lock(Lock.ACCESS_EXCLUSIVE)
            .reversible(Reversibility.WITH_CARE);
    notes().forEach(ruling::note);
    return ruling;
  }

  /** The worst of them; whoever reads by position, or holds a grant, may notice in any case. */
  private Level level() {
    return differences.stream().map(Verdict::level).reduce(Level.POTENTIALLY_BREAKING, Level::or);
  }

  /** What users can tell, a sentence each. */
  private List<String> notes() {
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

  private <T extends Comparable<T>> T worst(Function<Verdict, T> part, T least) {
    return differences.stream().map(part).reduce(least, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }
}
