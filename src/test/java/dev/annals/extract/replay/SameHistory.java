package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import java.util.ArrayList;
import java.util.List;

/** Says where two histories differ. */
public final class SameHistory {

  private SameHistory() {}

  /** Two replays of the same files, as far as clocks do not matter. */
  public static void same(History expected, History actual) {
    assertEquals(expected.engine(), actual.engine());
    assertEquals(expected.initial(), actual.initial());
    for (int i = 0; i < expected.steps().size(); i++) {
      int at = i;
      assertEquals(
          expected.steps().get(i).after().identities(),
          actual.steps().get(i).after().identities(),
          () -> "after " + at + ": " + expected.steps().get(at).after().schema());
    }
    List<Step> steps = timeless(expected);
    List<Step> others = timeless(actual);
    assertEquals(steps.size(), others.size());
    for (int i = 0; i < steps.size(); i++) {
      String script = steps.get(i).migration().script();
      assertEquals(steps.get(i).migration(), others.get(i).migration());
      assertEquals(steps.get(i).observation(), others.get(i).observation(), script);
      assertEquals(steps.get(i).after(), others.get(i).after(), script);
    }
    assertEquals(expected.undo(), actual.undo());
    assertEquals(left(expected), left(actual));
    assertEquals(expected.notes(), actual.notes());
  }

  private static List<Object> left(History history) {
    List<Object> all = new ArrayList<>();
    for (UndoRun run : history.undone()) {
      all.add(run.step());
      all.add(run.script());
      all.add(run instanceof UndoRun.Done done ? done.after().schema() : run);
    }
    return all;
  }

  private static List<Step> timeless(History history) {
    return history.steps().stream()
        .map(
            step -> {
              Observation o = step.observation();
              return new Step(
                  step.migration(),
                  step.after(),
                  new Observation(
                      0,
                      o.locks(),
                      o.work(),
                      o.cascaded(),
                      o.statements(),
                      o.transactional(),
                      o.callbacks()));
            })
        .toList();
  }
}
