package dev.annals.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.story.JudgedPast;
import dev.annals.model.witness.Trial;
import dev.annals.packed.Packed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A history whose beginning was judged before the rest was known is judged as any other is. */
class BeginningIT {

  private static final List<String> MIGRATIONS = List.of("migrations");
  private static final JudgeSettings SETTINGS = JudgeSettings.DEFAULT;

  private final History history =
      Replay.run(
          SharedServer.get(),
          FlywayProject.resolve(
              FileSet.ofFolders(Path.of("examples/bookshop"), MIGRATIONS),
              new FlywaySettings("", MIGRATIONS, Map.of())),
          (number, all, script) -> {});

  private History until(List<Step> steps, int length) {
    List<UndoRun> undone = history.undone().stream().filter(run -> run.step() < length).toList();
    return new History(
        history.engine(), history.initial(), steps, history.undo(), undone, history.notes());
  }

  private History until(int length) {
    return until(history.steps().subList(0, length), length);
  }

  private static Cut cut(String name, int through, History of) {
    return new Cut(
        name, "", "", Commit.UNKNOWN, through, of.steps().get(through).after(), List.of());
  }

  private static List<Trial> trials(Judge judge) {
    return judge.examination(List.of()).trials();
  }

  @Test
  void whereverTheBeginningEndsTheStoryIsTheSame() {
    List<List<Cut>> releases =
        List.of(List.of(), List.of(cut("1", 9, history), cut("2", 30, history)));
    for (List<Cut> cuts : releases) {
      Judge fresh = Judge.of(history, cuts, SETTINGS);
      List<Trial> trials = trials(fresh);
      JudgedPast past = fresh.past(List.of());
      assertFalse(trials.isEmpty() || past.successions().isEmpty() || past.findings().isEmpty());
      for (int length : List.of(1, 8, 31, 40, history.steps().size() - 1)) {
        Judge judge = Judge.begin(until(length), SETTINGS).onwards(history, cuts);
        assertEquals(trials, trials(judge), "asked after " + length);
        assertEquals(past, judge.past(List.of()), "told after " + length);
        assertSame(history.steps().get(0), judge.verdicts().get(0).step());
      }
    }
  }

  /** A judge that goes on from what another one has kept. */
  private static Judge again(Judge judge, History longer) {
    byte[] kept = Packed.write(judge.beginning());
    assertArrayEquals(kept, Packed.write(judge.beginning()));
    return Judge.begin(longer, SETTINGS, Packed.read(kept, JudgedBeginning.class)).orElseThrow();
  }

  @Test
  void theStoryIsTheSameWhereABeginningWasKept() {
    List<Cut> cuts = List.of(cut("1", 9, history), cut("2", 30, history));
    Judge fresh = Judge.of(history, cuts, SETTINGS);
    for (int length : List.of(1, 8, 31, 40, history.steps().size())) {
      int seen = Math.min(length + 3, history.steps().size() - 1);
      Judge begun = Judge.begin(until(Math.min(length, seen)), SETTINGS);
      Judge twice = again(again(begun, until(seen)), history);
      assertEquals(fresh.beginning(), twice.beginning(), "kept after " + length);
      Judge judge = twice.onwards(history, cuts);
      assertEquals(trials(fresh), trials(judge), "asked after " + length);
      assertEquals(fresh.past(List.of()), judge.past(List.of()), "told after " + length);
      assertSame(history.steps().get(0), judge.verdicts().get(0).step());
    }
  }

  @Test
  void whatWasKeptOfAnotherHistoryIsOfNoUse() {
    JudgedBeginning kept = Judge.begin(until(31), SETTINGS).beginning();
    assertTrue(Judge.begin(until(30), SETTINGS, kept).isEmpty());
    List<Step> other = new ArrayList<>(history.steps());
    Collections.swap(other, 3, 4);
    assertTrue(Judge.begin(until(other, other.size()), SETTINGS, kept).isEmpty());
  }

  @Test
  void anotherBeginningIsOfNoUse() {
    Step first = history.steps().get(0);
    List<Step> other = new ArrayList<>(history.steps());
    other.set(0, new Step(first.migration(), first.after(), first.observation()));
    assertNotSame(first, other.get(0));
    History edited = until(other, other.size());
    Judge begun = Judge.begin(until(30), SETTINGS);
    Judge judge = begun.onwards(edited, List.of());
    assertSame(other.get(0), judge.verdicts().get(0).step());
    assertEquals(Judge.of(edited, List.of(), SETTINGS).past(List.of()), judge.past(List.of()));
    History shorter = until(29);
    assertEquals(
        Judge.of(shorter, List.of(), SETTINGS).past(List.of()),
        begun.onwards(shorter, List.of()).past(List.of()));
  }
}
