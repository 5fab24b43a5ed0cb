package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import dev.annals.render.diagram.AreaJoins;
import dev.annals.render.diagram.AreaMap;
import dev.annals.render.diagram.Areas;
import dev.annals.render.page.Views.AreaView;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.MapView;
import dev.annals.render.page.Views.ReleaseView;
import dev.annals.render.page.Views.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The first page: what this database is, and what is new. */
final class HomePage {

  private static final int TOP = 8;

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;
  private final Schema schema;

  HomePage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
    this.schema = index.schema();
  }

  SiteFile page() {
    String path = "index.html";
    Map<String, Object> view = new HashMap<>();
    Rationale purpose = index.page("index");
    view.put("purposeHtml", purpose == null ? "" : kit.prose(purpose, purpose.text(), path));
    view.put("purposePath", chronicle.project().rationale() + "/index.md");
    view.put("facts", counts(index));
    List<ReleaseView> releases = new ArrayList<>();
    Release.latest(chronicle.releases())
        .forEach(release -> releases.add(new ReleasePages(kit).view(release, path)));
    view.put("releases", releases.subList(0, Math.min(5, releases.size())));
    view.put("moreReleases", releases.size() - Math.min(5, releases.size()));
    AreaJoins joins = index.areaJoins();
    view.put("areas", areas(path, joins));
    view.put("map", map(new AreaMap(joins), path));
    view.put("connected", connected(path));
    view.put("changed", changed(path));
    view.put("coverage", CoveragePage.facts(index.written(), path));
    var findings =
        index.findings().stream()
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

  /** How many there are of what a schema is made of. */
  static List<Fact> counts(SiteIndex index) {
    Schema schema = index.schema();
    Map<ObjectKind, Integer> counts = new TreeMap<>();
    schema.objects().forEach(object -> counts.merge(object.ref().kind(), 1, Integer::sum));
    int tables = index.tables().size();
    int partitions = counts.getOrDefault(ObjectKind.TABLE, 0) - tables;
    List<Fact> facts = new ArrayList<>();
    add(facts, "tables", tables);
    add(facts, "partitions", partitions);
    add(
        facts,
        "columns",
        index.tables().stream()
            .mapToInt(table -> schema.columns(table.schema(), table.name()).size())
            .sum());
    add(facts, "foreign keys", counts.getOrDefault(ObjectKind.FOREIGN_KEY, 0));
    add(
        facts,
        "views",
        counts.getOrDefault(ObjectKind.VIEW, 0)
            + counts.getOrDefault(ObjectKind.MATERIALIZED_VIEW, 0));
    add(facts, "routines", counts.getOrDefault(ObjectKind.ROUTINE, 0));
    add(facts, "migrations", index.chronicle().steps().size());
    return facts;
  }

  private static void add(List<Fact> facts, String label, int count) {
    if (count > 0) {
      String one = label.endsWith("ies") ? label : label.substring(0, label.length() - 1);
      facts.add(new Fact(count == 1 ? one : label, Counted.of(count)));
    }
  }

  /** The picture of the areas; none where it would say nothing. */
  private List<MapView> map(AreaMap map, String path) {
    if (map.isEmpty()) {
      return List.of();
    }
    UnaryOperator<String> links = area -> PageNames.relative(path, PageNames.area(area));
    boolean drawn = kit.browsed();
    return List.of(
        new MapView(
            drawn ? map.wide(links) : "",
            drawn && map.isSmall() ? map.tall(links) : "",
            drawn ? "" : map.mermaid(),
            map.shown(),
            map.lines(),
            map.allLines()));
  }

  private List<AreaView> areas(String path, AreaJoins joins) {
    List<AreaView> areas = new ArrayList<>();
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
                  new AreaView(
                      area,
                      PageNames.relative(path, PageNames.area(area)),
                      note,
                      names.size(),
                      AreaLinks.of(joins.refersTo(area), path)));
            });
    return areas;
  }

  static String firstSentence(String body) {
    for (String line : body.split("\n\n")) {
      String text =
          line.strip()
              .replaceAll("\\s+", " ")
              .replaceAll("[*`\\[\\]]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "");
      boolean words = !text.isEmpty() && !text.matches("(?s)(#|>|<!--|\\{\\{|!|```).*");
      if (words) {
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
                    kit.listed(e.getKey().display()),
                    index.href(path, e.getKey()),
                    Counted.of(e.getValue()) + label,
                    e.getValue()))
        .toList();
  }
}
