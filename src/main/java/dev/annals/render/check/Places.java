package dev.annals.render.check;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.script.WholeWord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the lines that findings point to, in the files that the story holds. */
final class Places {

  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, Integer> offsets = new HashMap<>();

  Places(Chronicle chronicle) {
    chronicle.steps().forEach(step -> add(step.step().migration()));
    chronicle.undo().forEach(this::add);
    for (Rationale page : chronicle.rationale()) {
      lines.put(page.path(), page.body().lines().toList());
      offsets.put(page.path(), page.bodyLine() - 1);
    }
  }

  private void add(Migration migration) {
    lines.put(migration.path(), migration.sql().lines().toList());
  }

  /** The line of a finding; nothing where it has none, or its file is not in the story. */
  Optional<Place> of(Finding finding) {
    List<String> file = lines.get(finding.path());
    int number = finding.line() - 1 - offsets.getOrDefault(finding.path(), 0);
    if (file == null || finding.line() == 0 || number < 0 || number >= file.size()) {
      return Optional.empty();
    }
    String text = file.get(number).stripTrailing();
    for (ObjectRef subject : finding.subjects()) {
      WholeWord name = WholeWord.of(subject.name());
      OptionalInt at = name.in(text);
      if (at.isPresent()) {
        int start = at.getAsInt() + 1;
        return Optional.of(new Place(text, start, start + name.length()));
      }
    }
    int start = text.length() - text.stripLeading().length();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(text, start + 1, text.length() + 1));
  }
}
