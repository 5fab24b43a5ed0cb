package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Names;
import dev.annals.model.story.PageLinks;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A link in a page that leads nowhere. */
final class BrokenLink implements FindingRule {

  @Override
  public String id() {
    return "broken-link";
  }

  @Override
  public List<Finding> find(Story story) {
    Names names = new Names(story.schema());
    Set<String> others = others(story);
    List<Finding> findings = new ArrayList<>();
    FileLinks files = new FileLinks(story);
    for (Rationale page : story.rationale()) {
      for (FileLinks.Broken link : files.broken(page)) {
        findings.add(
            new Finding(
                id(),
                Severity.ERROR,
                List.of(),
                "the link " + link.written() + " leads nowhere",
                link.nearest(),
                page.path(),
                page.bodyLine() + link.line(),
                ""));
      }
      for (PageLinks.Link link : PageLinks.of(page.body())) {
        String target = link.target();
        boolean found =
            others.contains(target)
                || names.object(target).isPresent()
                || names.part(target).isPresent();
        if (!found) {
          findings.add(finding(page, link, story, names));
        }
      }
    }
    return findings;
  }

  /** Releases, migrations and pages that are about no single object. */
  private static Set<String> others(Story story) {
    Set<String> others = new HashSet<>();
    for (Release release : story.releases()) {
      others.add(release.cut().name());
    }
    for (JudgedStep step : story.steps()) {
      String version = step.step().migration().version();
      if (!version.isEmpty()) {
        others.add(version);
        others.add("V" + version);
      }
    }
    for (Rationale page : story.rationale()) {
      if (page.general()) {
        others.add(page.subject());
      }
    }
    return others;
  }

  private Finding finding(Rationale page, PageLinks.Link link, Story story, Names names) {
    Optional<Fate> fate = Fate.of(link.target(), story);
    String now = fate.map(Fate::now).orElse("");
    String advice =
        now.isEmpty() ? names.suggestion(link.target()) : "Write [[" + now + "]] instead.";
    return new Finding(
        id(),
        Severity.ERROR,
        List.of(),
        "the link [["
            + link.target()
            + "]] leads nowhere"
            + fate.map(known -> ": " + link.target() + " " + known.what()).orElse(""),
        advice,
        page.path(),
        page.bodyLine() + link.line(),
        fate.map(Fate::migration).orElse(""));
  }
}
