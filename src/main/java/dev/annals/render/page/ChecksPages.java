package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Finding;
import dev.annals.render.PageMaker;
import dev.annals.render.page.Views.FindingGroup;
import dev.annals.render.page.Views.FindingSection;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was found, rule by rule: a page with the first findings of each, and pages with all of them
 * where there are more.
 */
final class ChecksPages {

  static final String PATH = "checks.html";

  /** How many findings the first page shows in all, and how many each rule at least and at most. */
  private static final int SHOWN = 160;

  private static final int LEAST = 2;
  private static final int MOST = 12;

  /** How many a rule's own pages show each. */
  private static final int PAGE = 150;

  private final Kit kit;
  private final SortedMap<String, List<Finding>> ofRule = new TreeMap<>();

  ChecksPages(Kit kit) {
    this.kit = kit;
    findings().forEach(f -> ofRule.computeIfAbsent(f.rule(), id -> new ArrayList<>()).add(f));
  }

  private List<Finding> findings() {
    return kit.index().findings();
  }

  SiteFile checks() {
    List<FindingSection> sections = sections();
    List<Heading> headings = new ArrayList<>();
    headings.add(new Heading("coverage", "Coverage", 1));
    sections.forEach(s -> headings.add(new Heading(s.id(), s.title(), s.count())));
    return kit.page(
        PATH,
        "checks.ftlh",
        "Checks",
        Kit.crumbs(PATH),
        headings,
        Map.of("coverage", CoveragePage.facts(kit.index().written(), PATH), "sections", sections));
  }

  /** How many findings there are of each rule in each section. */
  private Map<String, Long> groups() {
    return findings().stream()
        .collect(
            Collectors.groupingBy(
                finding -> section(finding) + "\0" + finding.rule(), Collectors.counting()));
  }

  /** How many of them the first page shows. */
  private static int each(Map<String, Long> groups) {
    return Math.max(LEAST, Math.min(MOST, SHOWN / Math.max(1, groups.size())));
  }

  private List<FindingSection> sections() {
    int each = each(groups());
    List<FindingSection> sections = new ArrayList<>();
    add(sections, "errors", "Errors", "", each);
    add(sections, "warnings", "Warnings", "", each);
    add(sections, "infos", "Remarks", "", each);
    add(
        sections,
        "hints",
        "Hints",
        "What rules find that are not so sure, or that nobody can change any more because it is"
            + " released.",
        each);
    add(sections, "known", "In the baseline", "What was there when the team began to check.", each);
    add(sections, "ignored", "Ignored", "What the team has decided to live with, and why.", each);
    return sections;
  }

  private static String section(Finding finding) {
    if (!finding.ignored().isEmpty()) {
      return "ignored";
    }
    return finding.known() ? "known" : finding.severity().label() + "s";
  }

  private void add(List<FindingSection> sections, String id, String title, String note, int each) {
    Predicate<Finding> here = finding -> section(finding).equals(id);
    boolean open = id.equals("errors") || id.equals("warnings");
    List<FindingGroup> groups = new ArrayList<>();
    int count = 0;
    for (Map.Entry<String, List<Finding>> rule : ofRule.entrySet()) {
      List<Finding> mine = rule.getValue().stream().filter(here).toList();
      if (!mine.isEmpty()) {
        count += mine.size();
        groups.add(group(rule.getKey(), mine, open, each));
      }
    }
    if (count > 0) {
      sections.add(new FindingSection(id, title, note, count, groups));
    }
  }

  private FindingGroup group(String rule, List<Finding> findings, boolean open, int each) {
    ChangeViews changes = kit.changes(PATH);
    boolean more = findings.size() > each;
    return new FindingGroup(
        kit.ruleTitle(rule),
        findings.size(),
        open,
        findings.subList(0, Math.min(each, findings.size())).stream().map(changes::of).toList(),
        more ? PageNames.relative(PATH, PageNames.check(rule, 1)) : "");
  }

  /** The pages of rules that find more than the first page shows. */
  List<PageMaker> lists() {
    List<PageMaker> pages = new ArrayList<>();
    Set<String> longer = new HashSet<>();
    Map<String, Long> groups = groups();
    groups.forEach(
        (group, count) -> {
          if (count > each(groups)) {
            longer.add(group.substring(group.indexOf('\0') + 1));
          }
        });
    ofRule.forEach(
        (rule, all) -> {
          if (longer.contains(rule)) {
            for (int start = 0; start < all.size(); start += PAGE) {
              int from = start;
              String path = PageNames.check(rule, start / PAGE + 1);
              pages.add(PageMaker.of(path, () -> list(rule, from)).withWholeTrace());
            }
          }
        });
    return pages;
  }

  private SiteFile list(String rule, int from) {
    List<Finding> all = kit.index().findings(rule);
    int number = from / PAGE + 1;
    int to = Math.min(all.size(), from + PAGE);
    String path = PageNames.check(rule, number);
    ChangeViews changes = kit.changes(path);
    String title = kit.ruleTitle(rule);
    return kit.page(
        path,
        "check.ftlh",
        title,
        Kit.crumbsTo(path, path),
        List.of(),
        Map.of(
            "rule",
            rule,
            "which",
            all.size() > PAGE
                ? "Findings %s to %s of %s."
                    .formatted(Counted.of(from + 1), Counted.of(to), Counted.of(all.size()))
                : Counted.of(all.size()) + " findings.",
            "findings",
            all.subList(from, to).stream().map(changes::of).toList(),
            "previous",
            from == 0 ? List.of() : List.of(turn(rule, number - 1, path)),
            "next",
            to == all.size() ? List.of() : List.of(turn(rule, number + 1, path))));
  }

  private static Link turn(String rule, int number, String from) {
    return new Link("Page " + number, PageNames.relative(from, PageNames.check(rule, number)));
  }
}
