package dev.annals.judge.finding;

import dev.annals.model.Nearest;
import dev.annals.model.story.Calendar;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Include;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;

/** A line {@code {{diagram orders}}} in whose place nothing can be shown. */
final class BrokenInclude implements FindingRule {

  @Override
  public String id() {
    return "broken-include";
  }

  @Override
  public List<Finding> find(Story story) {
    Names names = new Names(story.schema());
    Calendar calendar = new Calendar(story.steps(), story.releases());
    List<Finding> findings = new ArrayList<>();
    for (Rationale page : story.rationale()) {
      for (Include include : Include.of(page.body())) {
        String[] trouble = trouble(include, story, names, calendar);
        if (trouble.length > 0) {
          findings.add(
              new Finding(
                  id(),
                  Severity.ERROR,
                  List.of(),
                  "nothing can be shown for " + include.text() + ": " + trouble[0],
                  trouble[1],
                  page.path(),
                  page.bodyLine() + include.line(),
                  ""));
        }
      }
    }
    return findings;
  }

  /** What is wrong and what to do; nothing where nothing is. */
  private static String[] trouble(Include include, Story story, Names names, Calendar calendar) {
    if (!Include.VERBS.contains(include.verb())) {
      return told(
          "there is no \"" + include.verb() + "\"",
          Nearest.suggestion(include.verb(), Include.VERBS),
          "Known: " + String.join(", ", Include.VERBS) + ".");
    }
    boolean relation =
        names.object(include.subject()).filter(ref -> ref.kind().isRelation()).isPresent();
    if (!relation) {
      return told(
          "there is no table or view \"" + include.subject() + "\"",
          names.suggestion(include.subject()),
          "For instance {{" + include.verb() + " orders}}.");
    }
    List<String> known = Include.optionsOf(include.verb());
    for (String option : include.options().keySet()) {
      if (!known.contains(option)) {
        return told(
            "it takes no \"" + option + "\"",
            Nearest.suggestion(option, known),
            known.isEmpty() ? "It takes no options." : "Known: " + String.join(", ", known) + ".");
      }
    }
    String depth = include.options().getOrDefault("depth", "1");
    if (!depth.matches("[123]")) {
      return told("a depth cannot be \"" + depth + "\"", "", "Write 1, 2 or 3.");
    }
    String since = include.options().getOrDefault("since", "");
    if (!since.isEmpty() && !calendar.knows(since)) {
      List<String> moments = new ArrayList<>();
      for (Release release : story.releases()) {
        moments.add(release.cut().name());
      }
      return told(
          "\"" + since + "\" is no release, migration or day",
          Nearest.suggestion(since, moments),
          "Write a release, the version of a migration, or a day such as 2024-05-31.");
    }
    return new String[0];
  }

  private static String[] told(String what, String near, String otherwise) {
    return new String[] {what, near.isEmpty() ? otherwise : near};
  }
}
