package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;

/** A page about something that is not there: it was dropped, or never was. */
final class GonePage implements FindingRule {

  @Override
  public String id() {
    return "gone-page";
  }

  @Override
  public List<Finding> find(Story story) {
    Names names = new Names(story.schema());
    return story.rationale().stream()
        .filter(page -> !page.general() && page.about().isEmpty())
        .map(page -> finding(page, story, names))
        .toList();
  }

  private Finding finding(Rationale page, Story story, Names names) {
    Optional<Fate> fate = Fate.of(page.subject(), story);
    String message =
        "the page is about "
            + page.subject()
            + ", which "
            + fate.map(Fate::what).orElse("is not in the schema and never was");
    return new Finding(
        id(),
        Severity.WARNING,
        List.of(),
        message,
        fate.isEmpty()
            ? names.suggestion(page.subject())
            : "Move what is still worth knowing to another page and delete this one.",
        page.path(),
        1,
        fate.map(Fate::migration).orElse(""));
  }
}
