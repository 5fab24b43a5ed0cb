package dev.annals.judge.finding;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Calendar;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;

/** A page whose table has changed, in a way that its users can tell, since it was last read. */
final class StalePage implements FindingRule {

  @Override
  public String id() {
    return "stale-page";
  }

  @Override
  public List<Finding> find(Story story) {
    Calendar calendar = new Calendar(story.steps(), story.releases());
    List<Finding> findings = new ArrayList<>();
    for (Rationale page : story.rationale()) {
      if (!page.about().isEmpty() && !page.reviewed().isEmpty() && !page.stub()) {
        if (!calendar.understands(page.reviewed())) {
          findings.add(notUnderstood(page));
        }
      }
      if (!page.since().isEmpty()) {
        findings.add(stale(page, story));
      }
    }
    return findings;
  }

  private Finding notUnderstood(Rationale page) {
    String message =
        "the page was reviewed at " + page.reviewed() + ", which is neither a migration nor a day";
    String advice = "Write the version of a migration, or a day such as 2024-05-31.";
    return finding(page, Severity.WARNING, message, advice, "");
  }

  /** Nobody has promised to read a page again that says nothing of the sort: a remark then. */
  private Finding stale(Rationale page, Story story) {
    Lifeline.Event last = page.since().get(page.since().size() - 1);
    String migration = story.migration(last.step());
    boolean said = !page.reviewed().isEmpty();
    boolean breaking =
        page.since().stream()
            .anyMatch(event -> change(event, story).verdict().level() == Level.BREAKING);
    int count = page.since().size();
    String message =
        page.about().get(0).kind().label()
            + " "
            + page.about().get(0).display()
            + " has changed since the page was "
            + (said ? "reviewed at " + page.reviewed() : "last touched on " + page.touched().date())
            + ": "
            + (count == 1 ? "" : count + " changes, the last ")
            + "in migration "
            + migration
            + ": "
            + change(last, story).verdict().summary();
    return finding(
        page,
        said || breaking ? Severity.WARNING : Severity.INFO,
        message,
        "Read the page again, mend it, and set reviewed to " + migration + ".",
        migration);
  }

  private static JudgedChange change(Lifeline.Event event, Story story) {
    return story.steps().get(event.step()).changes().get(event.change());
  }

  private Finding finding(
      Rationale page, Severity severity, String message, String advice, String migration) {
    List<ObjectRef> about = page.about();
    return new Finding(id(), severity, about, message, advice, page.path(), 1, migration);
  }
}
