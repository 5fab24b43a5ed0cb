package dev.annals.judge.witness;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Outcome;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The project's own statements between two moments of its history.
 *
 * @param from how many migrations have run before
 * @param to how many have run after
 * @param changes what is different then
 * @param own the statements
 */
record Ordeal(int from, int to, List<JudgedChange> changes, List<OwnStatement> own) {

  Trial trial() {
    return Trial.of(from, to, own.stream().map(OwnStatement::probe).toList());
  }

  /** How many statements of files worked before. */
  static int worked(List<OwnStatement> own, List<Tried> tried) {
    int worked = 0;
    for (int i = 0; i < own.size(); i++) {
      worked += !own.get(i).path().isEmpty() && tried.get(i).before().worked() ? 1 : 0;
    }
    return worked;
  }

  /** What is broken, by the change that is to blame. */
  Map<JudgedChange, List<Broken>> broken(List<Tried> tried) {
    Map<JudgedChange, List<Broken>> broken = new HashMap<>();
    Blame blame = new Blame(changes);
    for (int i = 0; i < own.size(); i++) {
      Tried each = tried.get(i);
      Broken found = broken(own.get(i), each);
      if (found != null) {
        for (JudgedChange judged : blame.of(each.probe().sql(), each.after().message())) {
          broken.computeIfAbsent(judged, key -> new ArrayList<>()).add(found);
        }
      }
    }
    return broken;
  }

  /** What a statement's two answers come to; null where it works as before. */
  private static Broken broken(OwnStatement own, Tried tried) {
    Answer before = tried.before();
    Answer after = tried.after();
    if (!before.worked() || !after.asked()) {
      return null;
    }
    if (!after.worked()) {
      return isAbout(after, tried.probe().naming())
          ? new Broken(
              own.path(),
              own.line(),
              own.name(),
              Outcome.REFUSED,
              after.state(),
              "",
              after.message())
          : null;
    }
    // a column more at the end is no other answer
    boolean begins =
        after.types().size() >= before.types().size()
            && after.types().subList(0, before.types().size()).equals(before.types());
    return begins
        ? null
        : new Broken(
            own.path(),
            own.line(),
            own.name(),
            Outcome.OTHER_TYPE,
            "",
            different(before.types(), after.types()),
            different(after.types(), before.types()));
  }

  /** True where a refusal has a name in it, or none is asked for. */
  private static boolean isAbout(Answer after, String name) {
    return name.isEmpty() || after.says(name);
  }

  /** The types that stand in other places, or are missing, on the other side. */
  private static String different(List<String> types, List<String> others) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (i >= others.size() || !types.get(i).equals(others.get(i))) {
        told.add(types.get(i));
      }
    }
    return told.isEmpty() ? types.size() + " columns" : String.join(", ", told);
  }
}
