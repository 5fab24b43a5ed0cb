package dev.annals.judge.finding;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;

/** A page that is only a beginning: it does not count as one that says why. */
final class StubPage implements FindingRule {

  @Override
  public String id() {
    return "stub-page";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (Rationale page : story.rationale()) {
      if (page.stub() && !page.about().isEmpty()) {
        findings.add(finding(page, page.about().get(0)));
      }
    }
    return findings;
  }

  private Finding finding(Rationale page, ObjectRef subject) {
    return new Finding(
        id(),
        Severity.INFO,
        List.of(subject),
        "the page of " + subject.display() + " is a stub",
        "Answer its questions in your own words, then remove the line \"status: stub\".",
        page.path(),
        1,
        "");
  }
}
