package dev.annals.judge.finding;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Calendar;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A page whose table has changed, in a way that its users can tell, since it was last read. */
final class StalePage implements FindingRule {

  private record Since(int step, JudgedChange change) {}

  @Override
  public String id() {
    return "stale-page";
  }

  @Override
  public List<Finding> find(Story story) {
    Names names = new Names(story.schema());
    Calendar calendar = new Calendar(story.steps(), story.releases());
    List<Finding> findings = new ArrayList<>();
    for (Rationale page : story.rationale()) {
      Optional<ObjectRef> subject = names.object(page.subject());
      if (!page.reviewed().isEmpty() && subject.isPresent()) {
        check(page, subject.get(), calendar, story).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> check(
      Rationale page, ObjectRef subject, Calendar calendar, Story story) {
    if (!calendar.understands(page.reviewed())) {
      String message =
          "the page was reviewed at "
              + page.reviewed()
              + ", which is neither a migration nor a day";
      String advice = "Write the version of a migration, or a day such as 2024-05-31.";
      return Optional.of(finding(page, subject, message, advice, ""));
    }
    List<Since> changes = since(page.reviewed(), subject, calendar, story);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Since last = changes.get(changes.size() - 1);
    String migration = story.migration(last.step());
    String message =
        subject.display()
            + " has changed since the page was reviewed at "
            + page.reviewed()
            + ": "
            + (changes.size() == 1 ? "" : changes.size() + " changes, the last ")
            + "in migration "
            + migration
            + ": "
            + last.change().verdict().summary();
    return Optional.of(
        finding(
            page,
            subject,
            message,
            "Read the page again, mend it, and set reviewed to " + migration + ".",
            migration));
  }

  private Finding finding(
      Rationale page, ObjectRef subject, String message, String advice, String migration) {
    return new Finding(
        id(), Severity.WARNING, List.of(subject), message, advice, page.path(), 1, migration);
  }

  private static List<Since> since(
      String reviewed, ObjectRef subject, Calendar calendar, Story story) {
    Set<String> owners = formerNames(subject, story);
    List<Since> changes = new ArrayList<>();
    for (int i = 0; i < story.steps().size(); i++) {
      if (!calendar.isAfter(i, reviewed)) {
        continue;
      }
      for (JudgedChange change : story.steps().get(i).changes()) {
        ObjectRef at = change.change().subject();
        boolean about = owners.contains(at.schema() + "." + at.owner());
        if (about && change.verdict().level() != Level.EQUIVALENT) {
          changes.add(new Since(i, change));
        }
      }
    }
    return changes;
  }

  private static Set<String> formerNames(ObjectRef subject, Story story) {
    Set<String> names = new HashSet<>();
    for (Lifeline line : story.lifelines()) {
      if (line.alive() && line.ref().equals(subject)) {
        line.names().forEach(ref -> names.add(ref.schema() + "." + ref.name()));
      }
    }
    return names;
  }
}
