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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines that findings point to, in the files that the story holds. */
final class Places {

  private static final Pattern LINK = Pattern.compile("^the link (\\[\\[[^\\]]+|\\S+) ?");

  private static final Pattern MADE = Pattern.compile("(.+)_(?:fkey|key|check|excl|idx)\\d*");

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
      Optional<Place> named = placeOf(subject.name(), text).or(() -> columnOf(subject, text));
      if (named.isPresent()) {
        return named;
      }
    }
    Matcher link = LINK.matcher(finding.message());
    if (link.find() && text.contains(link.group(1))) {
      int at = text.indexOf(link.group(1));
      int end = link.group(1).startsWith("[[") ? text.indexOf("]]", at) + 2 : 0;
      return Optional.of(new Place(text, at + 1, Math.max(end, at + link.group(1).length()) + 1));
    }
    int start = text.length() - text.stripLeading().length();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(text, start + 1, text.length() + 1));
  }

  /** A key that was given no name is called after its column, which the line has. */
  private static Optional<Place> columnOf(ObjectRef subject, String text) {
    Matcher made = MADE.matcher(subject.name());
    String before = subject.parent() + "_";
    if (!made.matches() || !subject.name().startsWith(before)) {
      return Optional.empty();
    }
    String column = made.group(1).substring(Math.min(before.length(), made.group(1).length()));
    return column.isEmpty() ? Optional.empty() : placeOf(column, text);
  }

  private static Optional<Place> placeOf(String name, String text) {
    WholeWord word = WholeWord.of(name);
    OptionalInt at = word.in(text);
    return at.isPresent()
        ? Optional.of(new Place(text, at.getAsInt() + 1, at.getAsInt() + 1 + word.length()))
        : Optional.empty();
  }
}
