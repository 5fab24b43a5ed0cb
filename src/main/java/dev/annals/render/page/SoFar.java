package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.model.story.WayBack;
import dev.annals.packed.Packed;
import dev.annals.render.html.WayBackWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that differ where a story does up to some point: a page that asks for nothing later is the
 * same where they are.
 */
final class SoFar {

  private final List<Record> parts = new ArrayList<>();
  private final List<Integer> steps = new ArrayList<>();
  private final List<Integer> releases = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** Those of a story. */
  SoFar(Chronicle chronicle) {
    parts.add(chronicle.initial());
    for (int step = 0; step < chronicle.steps().size(); step++) {
      addReleases(chronicle, step);
      add(chronicle, step);
      steps.add(parts.size() - 1);
    }
    addReleases(chronicle, Integer.MAX_VALUE);
    String text = "";
    for (byte[] part : Packed.plainEach(parts)) {
      text = Key.of(text, Key.of(part).hex()).hex();
      texts.add(text);
    }
  }

  /** Releases stand behind the last step that they, or any before them, hold. */
  private void addReleases(Chronicle chronicle, int next) {
    for (int i = releases.size(); i < chronicle.releases().size(); i++) {
      Release release = chronicle.releases().get(i);
      if (release.steps().stream().anyMatch(step -> step >= next)) {
        return;
      }
      parts.add(release);
      releases.add(parts.size() - 1);
    }
  }

  private void add(Chronicle chronicle, int step) {
    WayBack way = WayBackWords.of(chronicle, step);
    for (Migration undo : chronicle.undo()) {
      if (undo.path().equals(way.undo().path())) {
        parts.add(undo);
      }
    }
    parts.add(way);
    parts.add(chronicle.steps().get(step));
  }

  /** All up to a step, with it and the way back from it. */
  String step(int step) {
    return texts.get(steps.get(step));
  }

  /** All up to a release, with it, its steps and the releases before. */
  String release(int number) {
    return texts.get(releases.get(number));
  }
}
