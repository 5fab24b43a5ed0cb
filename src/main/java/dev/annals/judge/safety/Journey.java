package dev.annals.judge.safety;

import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import dev.annals.model.story.WayBack;
import dev.annals.script.SqlScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** All migrations of a history, with what rules have to know of the others. */
public final class Journey {

  private static final String TIMEOUT = "lock_timeout";
  private static final Pattern LASTING =
      Pattern.compile(
          "(?is)alter\\s+(?:role|user|database|system)\\b.*\\bset\\s+lock_timeout\\b.*");

  private final List<Passage> passages = new ArrayList<>();
  private final Map<ObjectRef, List<Lifeline>> lives = new HashMap<>();
  private final Map<Integer, Set<Integer>> together = new HashMap<>();
  private final int firstTimeout;
  private final int lasting;

  /**
   * The migrations of a history.
   *
   * @param steps the same, judged
   * @param releases oldest first
   * @param lifelines of every object that ever was
   * @param waysBack how each step is taken back, in their order
   * @param limited whether every session of Flyway's begins with a limit
   */
  public Journey(
      History history,
      List<JudgedStep> steps,
      List<Release> releases,
      List<Lifeline> lifelines,
      List<WayBack> waysBack,
      boolean limited) {
    for (Lifeline life : lifelines) {
      life.names().stream()
          .distinct()
          .forEach(ref -> lives.computeIfAbsent(ref, key -> new ArrayList<>()).add(life));
    }
    for (Release release : Release.main(releases)) {
      Set<Integer> own = Set.copyOf(release.steps());
      own.forEach(step -> together.put(step, own));
    }
    for (int i = 0; i < steps.size(); i++) {
      passages.add(new Passage(this, i, history.before(i).schema(), steps.get(i), waysBack.get(i)));
    }
    this.firstTimeout =
        passages.stream()
            .filter(passage -> limitsItsLocks(passage.migration()))
            .map(Passage::index)
            .findFirst()
            .orElse(-1);
    this.lasting =
        limited
            ? -1
            : passages.stream()
                .filter(passage -> limitsItsLocks(passage.migration()))
                .filter(passage -> lasts(passage.script()))
                .map(Passage::index)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
  }

  List<Passage> passages() {
    return passages;
  }

  /** The first migration that limits how long it waits for locks; -1 where none does. */
  int firstTimeout() {
    return firstTimeout;
  }

  /**
   * True where every session that migrates has a limit before its first statement.
   *
   * @param session what each begins with
   * @param earlier what another session ran before any of them
   */
  public static boolean isLimited(String session, String earlier) {
    return isSetBy(session) || lasts(SqlScript.of(earlier));
  }

  static boolean limitsItsLocks(Migration migration) {
    return isSetBy(migration.sql());
  }

  private static boolean isSetBy(String sql) {
    return sql.toLowerCase(Locale.ROOT).contains(TIMEOUT);
  }

  /** A setting of a role or database is there for every session that begins later. */
  private static boolean lasts(SqlScript script) {
    return script.statements().stream().anyMatch(each -> LASTING.matcher(each.code()).matches());
  }

  /** True where a step's session has a limit before its first statement. */
  boolean beginsLimited(int step) {
    return step > lasting;
  }

  /**
   * True for a relation that was there before the release that a step belongs to: others can be
   * using it.
   */
  boolean isOld(ObjectRef relation, int step) {
    Set<Integer> own = together.getOrDefault(step, Set.of());
    return lives.getOrDefault(relation, List.of()).stream()
        .filter(life -> life.born() < step && (life.gone() < 0 || life.gone() >= step))
        .anyMatch(life -> !own.contains(life.born()));
  }
}
