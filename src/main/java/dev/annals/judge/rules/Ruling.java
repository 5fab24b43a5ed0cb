package dev.annals.judge.rules;

import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Reversibility;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A verdict while a rule is writing it. What a rule does not mention does not happen: nobody is
 * affected, rows are kept, no lock is taken, and an exact inverse exists.
 */
final class Ruling {

  private final String rule;
  private final Level level;
  private Effect readers = Effect.NONE;
  private Effect writers = Effect.NONE;
  private DataEffect data = DataEffect.NONE;
  private Lock lock = Lock.NONE;
  private final Set<Work> work = EnumSet.noneOf(Work.class);
  private Reversibility reversibility = Reversibility.EXACT;
  private final List<String> notes = new ArrayList<>();
  private String instead = "";

  Ruling(VerdictRule rule, Level level) {
    this.rule = rule.id();
    this.level = level;
  }

  Ruling readers(Effect effect) {
    readers = effect;
    return this;
  }

  Ruling writers(Effect effect) {
    writers = effect;
    return this;
  }

  Ruling data(DataEffect effect) {
    data = effect;
    return this;
  }

  /** The strongest lock on a table that existed before. */
  Ruling lock(Lock strongest) {
    lock = strongest;
    return this;
  }

  Ruling work(Work... kinds) {
    work.addAll(List.of(kinds));
    return this;
  }

  Ruling workIf(boolean condition, Work kind) {
    if (condition) {
      work.add(kind);
    }
    return this;
  }

  Ruling reversible(Reversibility grade) {
    reversibility = grade;
    return this;
  }

  Ruling note(String sentence) {
    notes.add(sentence);
    return this;
  }

  Ruling noteIf(boolean condition, String sentence) {
    return condition ? note(sentence) : this;
  }

  Ruling instead(String way) {
    instead = way;
    return this;
  }

  /** The verdict, with its one sentence about this very change; quoted SQL gets one line, too. */
  Verdict says(String summary) {
    return new Verdict(
        rule,
        level,
        readers,
        writers,
        data,
        lock,
        work,
        false,
        reversibility,
        summary.replaceAll("\\s+", " "),
        notes,
        instead);
  }
}
