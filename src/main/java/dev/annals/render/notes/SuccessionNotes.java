package dev.annals.render.notes;

import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.model.story.Succession;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns that move, in a release in which they come no nearer to be seen: the one is there
 * already, the other still.
 */
final class SuccessionNotes {

  private final Chronicle chronicle;

  SuccessionNotes(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  List<String> lines(Release release) {
    return chronicle.successions().stream()
        .filter(each -> each.touches(release.steps()))
        .filter(each -> !release.steps().contains(each.added()))
        .filter(each -> !release.steps().contains(each.gone()))
        .map(each -> line(each, release))
        .toList();
  }

  private String line(Succession succession, Release release) {
    String what =
        succession.evidence().stream()
            .filter(each -> release.steps().contains(each.step()))
            .map(each -> each.what() + " (migration " + name(each.step()) + ")")
            .collect(Collectors.joining(", "));
    return Markdown.code(succession.latter().display())
        + " takes over from "
        + Markdown.code(succession.former().display())
        + ": "
        + Markdown.text(what)
        + ".";
  }

  private String name(int step) {
    return chronicle.steps().get(step).step().migration().name();
  }
}
