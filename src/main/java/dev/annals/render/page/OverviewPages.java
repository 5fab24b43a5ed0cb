package dev.annals.render.page;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.RulePage;
import dev.annals.model.story.Severity;
import dev.annals.render.diagram.Areas;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.ReleaseView;
import dev.annals.render.page.Views.TableView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Home, the whole diagram, lists, rules, checks and environments. */
final class OverviewPages {

  private static final int TOP = 8;

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;
  private final Schema schema;

  OverviewPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
    this.schema = index.schema();
  }

  SiteFile home() {
    String path = "index.html";
    Map<String, Object> view = new HashMap<>();
    Rationale purpose = index.page("index");
    view.put(
        "purposeHtml", purpose == null ? "" : kit.markdown(withoutTitle(purpose.body()), path));
    view.put("purposePath", chronicle.project().rationale() + "/index.md");
    view.put("facts", counts());
    List<ReleaseView> releases = new ArrayList<>();
    chronicle.releases().forEach(r -> releases.add(new HistoryPages(kit).view(r, path)));
    Collections.reverse(releases);
    view.put("releases", releases.subList(0, Math.min(5, releases.size())));
    view.put("moreReleases", releases.size() - Math.min(5, releases.size()));
    view.put("areas", areas(path));
    view.put("connected", connected(path));
    view.put("changed", changed(path));
    view.put("coverage", coverage());
    var findings =
        chronicle.findings().stream()
            .filter(f -> f.open() && f.severity().compareTo(Severity.INFO) > 0)
            .toList();
    Set<String> told = new HashSet<>();
    view.put(
        "findings",
        findings.stream()
            .filter(finding -> told.add(finding.rule()))
            .limit(5)
            .map(kit.changes(path)::of)
            .toList());
    view.put("findingCount", findings.size());
    List<Heading> headings =
        List.of(
            new Heading("releases", "Releases", releases.size()),
            new Heading("areas", "Areas", 1),
            new Heading("worth", "Worth knowing", 1),
            new Heading("findings", "Findings", findings.size()));
    return kit.page(path, "home.ftlh", chronicle.project().title(), List.of(), headings, view);
  }

  private static String withoutTitle(String body) {
    return body.stripLeading().replaceFirst("\\A# [^\\n]*\\n", "");
  }

  private List<Fact> counts() {
    Map<ObjectKind, Integer> counts = new TreeMap<>();
    schema.objects().forEach(object -> counts.merge(object.ref().kind(), 1, Integer::sum));
    int tables = index.tables().size();
    int partitions = counts.getOrDefault(ObjectKind.TABLE, 0) - tables;
    List<Fact> facts = new ArrayList<>();
    add(facts, "tables", tables);
    add(facts, "partitions", partitions);
    add(facts, "columns", counts.getOrDefault(ObjectKind.COLUMN, 0));
    add(facts, "foreign keys", counts.getOrDefault(ObjectKind.FOREIGN_KEY, 0));
    add(
        facts,
        "views",
        counts.getOrDefault(ObjectKind.VIEW, 0)
            + counts.getOrDefault(ObjectKind.MATERIALIZED_VIEW, 0));
    add(facts, "routines", counts.getOrDefault(ObjectKind.ROUTINE, 0));
    add(facts, "migrations", chronicle.steps().size());
    return facts;
  }

  private static void add(List<Fact> facts, String label, int count) {
    if (count > 0) {
      String one = label.endsWith("ies") ? label : label.substring(0, label.length() - 1);
      facts.add(new Fact(count == 1 ? one : label, Integer.toString(count)));
    }
  }

  private List<TableView> areas(String path) {
    List<TableView> areas = new ArrayList<>();
    Areas all = index.areas();
    all.members()
        .forEach(
            (area, tables) -> {
              List<String> names =
                  tables.stream()
                      .filter(
                          t ->
                              schema
                                  .table(t.schema(), t.name())
                                  .orElseThrow()
                                  .partitionOf()
                                  .isEmpty())
                      .map(ObjectRef::name)
                      .toList();
              Rationale page = index.page("areas/" + area);
              String note = page == null ? String.join(", ", names) : firstSentence(page.body());
              areas.add(
                  new TableView(
                      area,
                      PageNames.relative(path, "a-z.html") + "#" + PageNames.slug("area-" + area),
                      note,
                      names.size()));
            });
    return areas;
  }

  private static String firstSentence(String body) {
    for (String line : body.split("\n\n")) {
      String text = line.strip().replaceAll("\\s+", " ").replaceAll("[*_`\\[\\]]", "");
      if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith(">")) {
        return text.length() > 220 ? text.substring(0, 217) + "…" : text;
      }
    }
    return "";
  }

  private List<TableView> connected(String path) {
    Map<ObjectRef, Integer> counts = new TreeMap<>();
    schema
        .all(ForeignKey.class)
        .forEach(
            key -> {
              counts.merge(ObjectRef.table(key.schema(), key.table()), 1, Integer::sum);
              counts.merge(ObjectRef.table(key.targetSchema(), key.targetTable()), 1, Integer::sum);
            });
    return top(counts, path, " relations");
  }

  private List<TableView> changed(String path) {
    Map<ObjectRef, Integer> counts = new TreeMap<>();
    for (Table table : index.tables()) {
      counts.put(table.ref(), index.events(table.ref()).size());
    }
    return top(counts, path, " changes");
  }

  private List<TableView> top(Map<ObjectRef, Integer> counts, String path, String label) {
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1 && schema.find(e.getKey()).isPresent())
        .sorted(
            Map.Entry.<ObjectRef, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOP)
        .map(
            e ->
                new TableView(
                    e.getKey().display(),
                    index.href(path, e.getKey()),
                    e.getValue() + label,
                    e.getValue()))
        .toList();
  }

  /** How much of the schema is written about. */
  List<Fact> coverage() {
    List<Table> tables = index.tables();
    long pages = tables.stream().filter(table -> index.page(table.ref()) != null).count();
    long comments = tables.stream().filter(table -> !table.comment().isEmpty()).count();
    return List.of(
        new Fact("tables with a page", pages + " of " + tables.size()),
        new Fact("tables with a comment", comments + " of " + tables.size()));
  }

  SiteFile diagram() {
    String path = "diagram.html";
    Diagram diagram = Diagrams.whole(schema, index.areas(), table -> index.href(path, table));
    return kit.page(
        path,
        "diagram.ftlh",
        "Diagram",
        Kit.crumbs(path),
        List.of(),
        Map.of("diagram", diagram.isEmpty() ? List.of() : List.of(RelationPages.view(diagram))));
  }

  SiteFile all() {
    String path = "a-z.html";
    SortedMap<String, List<TableView>> groups = new TreeMap<>();
    for (SchemaObject object : schema.objects()) {
      ObjectRef ref = object.ref();
      boolean partition = object instanceof Table table && !table.partitionOf().isEmpty();
      if (!PageNames.page(ref).isEmpty()) {
        String area = index.areas().of(ref);
        String group =
            partition
                ? "Partitions"
                : ref.kind() == ObjectKind.TABLE ? "Tables: " + area : capital(ref.kind().plural());
        groups
            .computeIfAbsent(group, name -> new ArrayList<>())
            .add(new TableView(ref.display(), index.href(path, ref), object.comment(), 0));
      }
    }
    List<Map<String, Object>> views = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          members.sort(Comparator.comparing(TableView::name));
          String id = PageNames.slug(name.replaceFirst("^Tables: ", "area-"));
          views.add(Map.of("id", id, "name", name, "members", members));
        });
    List<Heading> headings =
        views.stream()
            .map(v -> new Heading((String) v.get("id"), (String) v.get("name"), 1))
            .toList();
    return kit.page(
        path,
        "a-z.ftlh",
        "Everything, A to Z",
        Kit.crumbs(path),
        headings,
        Map.of("groups", views));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  SiteFile environments() {
    String path = "environments.html";
    List<Map<String, Object>> views = new ArrayList<>();
    for (var environment : chronicle.environments()) {
      Map<String, Object> view = new HashMap<>();
      view.put("name", environment.name());
      view.put("id", "env-" + PageNames.slug(environment.name()));
      view.put("engine", environment.engine());
      view.put("problem", environment.problem());
      view.put("version", environment.version());
      view.put("pending", environment.pending());
      view.put("reader", environment.reader());
      view.put("notes", environment.notes());
      view.put("applied", environment.applied());
      view.put("drift", environment.drift().stream().map(c -> drift(c, path)).toList());
      views.add(view);
    }
    List<Heading> headings =
        views.stream()
            .map(v -> new Heading((String) v.get("id"), (String) v.get("name"), 1))
            .toList();
    return kit.page(
        path,
        "environments.ftlh",
        "Environments",
        Kit.crumbs(path),
        headings,
        Map.of("environments", views));
  }

  /** A difference in words: the replayed schema is "before", the live one "after". */
  private Link drift(Change change, String path) {
    ObjectRef ref = change.subject();
    String what = ref.kind().label() + " " + ref.display();
    String text =
        change instanceof Change.Added
            ? what + " is there and in no migration"
            : change instanceof Change.Dropped
                ? what + " is missing"
                : change instanceof Change.Altered a
                    ? what
                        + ": "
                        + a.property().label()
                        + " is "
                        + (a.to().isEmpty() ? "empty" : a.to())
                        + ", migrations say "
                        + (a.from().isEmpty() ? "empty" : a.from())
                    : what + " differs";
    return new Link(text, index.href(path, ref));
  }

  SiteFile rules(List<RulePage> rules, List<NotJudged> notJudged) {
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
    chronicle.findings().forEach(finding -> uses.merge(finding.rule(), 1, Integer::sum));
    return uses;
  }

  SiteFile rule(RulePage rule) {
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
    List<Views.ChangeView> here = new ArrayList<>();
    for (int step = 0; step < chronicle.steps().size() && here.size() < 20; step++) {
      for (var judged : chronicle.steps().get(step).changes()) {
        if (judged.verdict().rule().equals(rule.id()) && here.size() < 20) {
          here.add(changes.of(judged, step));
        }
      }
    }
    view.put("here", here);
    view.put(
        "found",
        chronicle.findings().stream()
            .filter(finding -> finding.rule().equals(rule.id()))
            .limit(20)
            .map(changes::of)
            .toList());
    return kit.page(
        path,
        "rule.ftlh",
        rule.title(),
        Kit.crumbs(path, "Rules", "rules/index.html"),
        List.of(),
        view);
  }

  SiteFile feed() {
    String base = chronicle.project().url();
    List<Map<String, Object>> entries = new ArrayList<>();
    List<Release> latest = new ArrayList<>(chronicle.releases());
    Collections.reverse(latest);
    for (var release : latest.subList(0, Math.min(30, latest.size()))) {
      if (!release.cut().date().isEmpty()) {
        ReleaseView view = new HistoryPages(kit).view(release, "feed.xml");
        entries.add(
            Map.of(
                "release",
                view,
                "link",
                base.isEmpty() ? view.href() : base + "/" + view.href(),
                "id",
                "urn:annals:"
                    + PageNames.slug(chronicle.database())
                    + ":release:"
                    + PageNames.slug(release.cut().name()),
                "summary",
                view.headline()));
      }
    }
    return kit.page(
        "feed.xml",
        "feed.xml.ftlh",
        "Releases",
        List.of(),
        List.of(),
        Map.of(
            "entries",
            entries,
            "base",
            base,
            "feed",
            "urn:annals:" + PageNames.slug(chronicle.database())));
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
