package dev.annals.judge;

import dev.annals.judge.rules.ChangeContext;
import dev.annals.judge.rules.Mending;
import dev.annals.judge.rules.Route;
import dev.annals.judge.rules.VerdictRule;
import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Reversibility;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the rules about changes; the first that answers decides. */
final class Verdicts {

  private final List<VerdictRule> rules;

  private final JudgeSettings settings;

  Verdicts(List<VerdictRule> rules, JudgeSettings settings) {
    this.rules = List.copyOf(rules);
    this.settings = settings;
  }

  /**
   * Judges all changes between two schemas, and lets what was measured overrule the rules.
   *
   * @param route the statements from the one to the other, as far as they are known
   */
  List<JudgedChange> judge(
      Schema before, Schema after, List<Change> changes, Observation observation, Route route) {
    ChangeContext context = new ChangeContext(before, after, changes, observation, route);
    List<JudgedChange> judged = new ArrayList<>(changes.size());
    for (Change change : changes) {
      judged.add(new JudgedChange(change, judge(change, context)));
    }
    return new Measurement(observation, before, after).applyTo(judged);
  }

  private Verdict judge(Change change, ChangeContext context) {
    for (VerdictRule rule : rules) {
      Optional<Verdict> verdict = rule.judge(change, context);
      if (verdict.isPresent()) {
        return asTheTeamThinks(announced(change, mended(change, verdict.get(), context)));
      }
    }
    return asTheTeamThinks(announced(change, unruled(change)));
  }

  /**
   * Where statements see to the rows first, only what these leave makes the migration fail. What
   * breaks nobody can fail on nothing but what such statements did, and says so itself.
   */
  private static Verdict mended(Change change, Verdict verdict, ChangeContext context) {
    boolean fails =
        verdict.data() == DataEffect.FAILS && verdict.level().compareTo(Level.NON_BREAKING) > 0;
    return fails && Mending.precedes(change, context) ? verdict.withNote(Mending.NOTE) : verdict;
  }

  /** A removal that was promised says so. */
  private static Verdict announced(Change change, Verdict verdict) {
    if (!(change instanceof Change.Dropped dropped)) {
      return verdict;
    }
    return Deprecation.of(dropped.object())
        .map(deprecation -> verdict.withNote(deprecation.announcement()))
        .orElse(verdict);
  }

  private Verdict asTheTeamThinks(Verdict verdict) {
    JudgeSettings.OwnLevel own = settings.overrides().get(verdict.rule());
    return own == null ? verdict : verdict.countedAs(own.level(), own.reason());
  }

  /** What no rule knows is not harmless for that. */
  private static Verdict unruled(Change change) {
    return new Verdict(
        "unruled-change",
        Level.POTENTIALLY_BREAKING,
        Effect.CONDITIONAL,
        Effect.CONDITIONAL,
        DataEffect.NONE,
        Lock.NONE,
        Set.of(),
        false,
        Reversibility.WITH_CARE,
        sentence(change),
        List.of("no rule says what this change does to those who use the schema"),
        "");
  }

  private static String sentence(Change change) {
    String subject = change.kind().label() + " " + change.subject().display();
    if (change instanceof Change.Added) {
      return subject + " is new";
    }
    if (change instanceof Change.Dropped) {
      return subject + " is gone";
    }
    if (change instanceof Change.Renamed renamed) {
      return subject + " was " + renamed.before().ref().display();
    }
    return change instanceof Change.Altered altered
        ? subject + " has another " + altered.property().label()
        : subject + " was dropped and made again";
  }
}
