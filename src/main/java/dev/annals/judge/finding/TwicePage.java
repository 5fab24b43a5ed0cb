package dev.annals.judge.finding;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two pages about one thing: the first is shown, the other one is lost. */
final class TwicePage implements FindingRule {

  @Override
  public String id() {
    return "page-twice";
  }

  @Override
  public List<Finding> find(Story story) {
    Map<String, Rationale> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Rationale page : story.rationale()) {
      String about = page.about().isEmpty() ? page.subject() : page.about().get(0).toString();
      Rationale other = first.putIfAbsent(about, page);
      if (other != null) {
        findings.add(finding(page, other));
      }
    }
    return findings;
  }

  private Finding finding(Rationale page, Rationale other) {
    List<ObjectRef> about = page.about();
    return new Finding(
        id(),
        Severity.ERROR,
        about,
        "two pages are about "
            + (about.isEmpty() ? page.subject() : about.get(0).display())
            + ": "
            + other.path()
            + " is shown, "
            + page.path()
            + " is not",
        "Bring them together in one file.",
        page.path(),
        1,
        "");
  }
}
