package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.Heading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of rules, and a page for each. */
final class RulePages {

  /** Places where a rule applies here, as its page shows them. */
  private static final int SHOWN = 20;

  private final Kit kit;
  private final Chronicle chronicle;

  RulePages(Kit kit) {
    this.kit = kit;
    this.chronicle = kit.index().chronicle();
  }

  SiteFile all(List<RulePage> rules, List<NotJudged> notJudged) {
    String path = "rules/index.html";
    Map<String, Integer> uses = uses();
    Map<String, List<Map<String, Object>>> views =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    RulePage::catalogue,
                    Collectors.mapping(rule -> view(rule, path, uses), Collectors.toList())));
    List<Map<String, Object>> changes = views.getOrDefault("rules", List.of());
    List<Map<String, Object>> safety = views.getOrDefault("safety", List.of());
    List<Map<String, Object>> design = views.getOrDefault("design", List.of());
    List<Map<String, Object>> findings = views.getOrDefault("findings", List.of());
    List<Map<String, String>> others =
        notJudged.stream()
            .map(
                each ->
                    Map.of(
                        "whatHtml", kit.markdown(each.what(), path),
                        "becauseHtml", kit.markdown(each.because(), path)))
            .toList();
    return kit.page(
        path,
        "rules.ftlh",
        "Rules",
        Kit.crumbs(path),
        List.of(
            new Heading("changes", "Rules for changes", changes.size()),
            new Heading("safety", "Rules for migrations", safety.size()),
            new Heading("design", "Rules for schemas", design.size()),
            new Heading("findings", "Rules for pages and files", findings.size()),
            new Heading("not-judged", "Not judged", 1)),
        Map.of(
            "rules", changes,
            "safety", safety,
            "design", design,
            "findings", findings,
            "notJudged", others));
  }

  private Map<String, Integer> uses() {
    Map<String, Integer> uses = new HashMap<>();
    chronicle
        .steps()
        .forEach(
            step ->
                step.changes()
                    .forEach(judged -> uses.merge(judged.verdict().rule(), 1, Integer::sum)));
    kit.index().findings().forEach(finding -> uses.merge(finding.rule(), 1, Integer::sum));
    return uses;
  }

  SiteFile page(RulePage rule) {
    String path = PageNames.rule(rule.id());
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    view.put("rule", rule.id());
    view.put("conditionHtml", kit.markdown(rule.condition(), path));
    view.put("effectHtml", kit.markdown(rule.effect(), path));
    view.put("insteadHtml", kit.markdown(rule.instead(), path));
    view.put("beforeHtml", SqlHighlighter.html(rule.before().strip()));
    view.put("migrationHtml", SqlHighlighter.html(rule.migration().strip()));
    view.put("saferHtml", SqlHighlighter.html(rule.safer().strip()));
    view.put("expected", rule.expected().strip());
    view.put("measured", rule.measured());
    view.put(
        "here",
        kit.index().past().judged(rule.id(), SHOWN).stream()
            .map(judged -> changes.of(judged.change(), judged.step()))
            .toList());
    view.put(
        "found", kit.index().findings(rule.id()).stream().limit(SHOWN).map(changes::of).toList());
    return kit.page(path, "rule.ftlh", rule.title(), Kit.crumbsTo(path, path), List.of(), view);
  }

  private static Map<String, Object> view(RulePage rule, String path, Map<String, Integer> uses) {
    return Map.of(
        "name", rule.title(),
        "href", PageNames.relative(path, PageNames.rule(rule.id())),
        "id", rule.id(),
        "measured", rule.measured(),
        "count", uses.getOrDefault(rule.id(), 0));
  }
}
