package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.HintView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is found, by severity, and how much is written down. */
final class ChecksPage {

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;

  ChecksPage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
  }

  SiteFile page() {
    String path = "checks.html";
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    for (String severity : List.of("error", "warning", "info")) {
      view.put(
          severity + "s",
          chronicle.findings().stream()
              .filter(f -> f.severity().label().equals(severity))
              .map(changes::of)
              .toList());
    }
    view.put("hints", hints(changes));
    view.put("coverage", CoveragePage.facts(chronicle, path));
    List<Heading> headings =
        List.of(
            new Heading("coverage", "Coverage", 1),
            new Heading("errors", "Errors", ((List<?>) view.get("errors")).size()),
            new Heading("warnings", "Warnings", ((List<?>) view.get("warnings")).size()),
            new Heading("infos", "Remarks", ((List<?>) view.get("infos")).size()),
            new Heading("hints", "Hints", ((List<?>) view.get("hints")).size()));
    return kit.page(path, "checks.ftlh", "Checks", Kit.crumbs(path), headings, view);
  }

  /** What is less sure, rule by rule. */
  private List<HintView> hints(ChangeViews changes) {
    SortedMap<String, List<Finding>> rules = new TreeMap<>();
    chronicle.findings().stream()
        .filter(finding -> finding.severity() == Severity.HINT)
        .forEach(f -> rules.computeIfAbsent(f.rule(), id -> new ArrayList<>()).add(f));
    return rules.entrySet().stream()
        .map(
            rule ->
                new HintView(
                    kit.ruleTitle(rule.getKey()),
                    rule.getValue().stream().map(changes::of).toList()))
        .toList();
  }
}
