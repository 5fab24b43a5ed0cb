package dev.annals.judge.finding;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.List;

/** A page that still goes by a former name of its table; the table keeps it all the same. */
final class RenamedPage implements FindingRule {

  @Override
  public String id() {
    return "renamed-page";
  }

  @Override
  public List<Finding> find(Story story) {
    Names names = new Names(story.schema());
    return story.rationale().stream()
        .filter(page -> !page.about().isEmpty())
        .filter(page -> names.object(page.subject()).isEmpty())
        .map(page -> finding(page, story))
        .toList();
  }

  private Finding finding(Rationale page, Story story) {
    ObjectRef now = page.about().get(0);
    String folder = page.path().substring(0, page.path().lastIndexOf('/') + 1);
    Fate fate = Fate.of(page.subject(), story).orElseThrow();
    return new Finding(
        id(),
        Severity.WARNING,
        List.of(now),
        "the page is about " + page.subject() + ", which " + fate.what(),
        "Rename the file to "
            + folder
            + now.display()
            + ".md, and what it says it is about to "
            + now.display()
            + ".",
        page.path(),
        1,
        fate.migration());
  }
}
