package dev.annals.render.notes;

import dev.annals.model.history.VersionOrder;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says of a release that is none of the main history which one it follows. */
public final class LineWords {

  private LineWords() {}

  /** {@code maintenance release after v2.5.2}; empty for a release of the main history. */
  public static String of(Chronicle chronicle, Release release) {
    return chronicle
        .before(release)
        .filter(before -> release.aside())
        .map(before -> what(chronicle.releases(), release) + " after " + before.cut().name())
        .orElse("");
  }

  /** A main history that had gone on by then is what others are on; this one is for the rest. */
  private static String what(List<Release> releases, Release release) {
    int start = releases.indexOf(release);
    while (start > 0 && releases.get(start).aside()) {
      start = Release.before(releases, start);
    }
    String day = release.cut().date();
    boolean passed =
        releases.subList(start + 1, releases.size()).stream()
            .filter(each -> !each.aside() && !each.cut().date().isEmpty())
            .anyMatch(each -> each.cut().date().compareTo(day) <= 0);
    return passed ? "maintenance release" : "release beside the main history,";
  }

  /** The same as a sentence, with the migrations that nobody else has. */
  public static String sentence(Chronicle chronicle, Release release) {
    String words = of(chronicle, release);
    if (words.isEmpty()) {
      return "";
    }
    List<String> own = own(chronicle, release);
    return "It is a "
        + words
        + ", with which it is compared"
        + (words.startsWith("maintenance") ? "; the main history had gone on by then." : ".")
        + (own.isEmpty()
            ? ""
            : " The main history does not have "
                + (own.size() == 1 ? "its migration " : "its migrations ")
                + String.join(", ", own)
                + ".");
  }

  private static List<String> own(Chronicle chronicle, Release release) {
    Set<String> known =
        new HashSet<>(chronicle.before(release).orElseThrow().cut().files().keySet());
    chronicle.steps().forEach(step -> known.add(step.step().migration().version()));
    return release.cut().files().keySet().stream()
        .filter(version -> !known.contains(version))
        .sorted(VersionOrder.LOWEST_FIRST)
        .toList();
  }
}
