package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Rationale;
import dev.annals.render.diagram.AreaJoins;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.Html;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Pages of subject areas and of decisions. */
final class TextPages {

  /** Letters of a picture that stands in the page of an area. */
  private static final int ROOM = 100_000;

  private final Kit kit;
  private final SiteIndex index;

  TextPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
  }

  /** The areas that tables belong to, and those that somebody has written a page about. */
  static SortedSet<String> areas(SiteIndex index) {
    SortedSet<String> areas = new TreeSet<>(index.areas().members().keySet());
    for (Rationale page : index.chronicle().rationale()) {
      if (page.subject().startsWith(Rationale.AREA)) {
        areas.add(page.subject().substring(Rationale.AREA.length()));
      }
    }
    return areas;
  }

  /** How the pictures of an area are called. */
  static String stem(String area) {
    return "pictures/area~" + PageNames.slug(area);
  }

  /** The page of an area, and the picture that it loads. */
  List<SiteFile> area(String area) {
    String path = PageNames.area(area);
    Rationale page = index.page(Rationale.AREA + area);
    List<TableView> tables = tables(area, path);
    Diagram diagram = Diagrams.area(index.schema(), index.areas(), area, kit.links(path));
    Map<String, Object> view = new HashMap<>();
    String name = page == null || page.title().isEmpty() ? area : page.title();
    view.put("name", name);
    view.put("missing", page == null);
    view.put(
        "rationalePath",
        page == null
            ? index.chronicle().project().rationale() + "/" + Rationale.AREA + area + ".md"
            : page.path());
    view.put("edit", page == null ? "" : kit.edit(page.path()));
    view.put("whyHtml", page == null ? "" : kit.prose(page, page.text(), path));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Tables", Integer.toString(tables.size())));
    AreaJoins joins = index.areaJoins();
    joined(facts, "Refers to", joins.refersTo(area), path);
    joined(facts, "Referred to by", joins.referredToBy(area), path);
    facts.addAll(new PageFacts(index, path).of(page));
    view.put("facts", facts);
    view.put("tables", tables);
    List<SiteFile> files = new ArrayList<>();
    String stem = stem(area);
    view.put(
        "diagram",
        diagram.isEmpty()
            ? List.of()
            : List.of(new Pictures().put(diagram, stem, path, ROOM, files)));
    List<Heading> headings =
        List.of(
            new Heading("diagram", "Diagram", diagram.isEmpty() ? 0 : 1),
            new Heading("tables", "Tables", tables.size()));
    files.add(0, kit.page(path, "area.ftlh", name, Kit.crumbsTo(path, path), headings, view));
    return files;
  }

  /** Other areas that tables of this one are joined to, with how many foreign keys. */
  private static void joined(
      List<Fact> facts, String label, List<AreaJoins.Other> others, String path) {
    if (!others.isEmpty()) {
      facts.add(
          new Fact(
              label,
              AreaLinks.of(others, path).stream()
                  .map(
                      link ->
                          "<a href=\"%s\">%s</a> <span class=\"count\">%s</span>"
                              .formatted(
                                  Html.escape(link.href()),
                                  Html.escape(link.text()),
                                  Counted.of(link.count())))
                  .collect(Collectors.joining(", "))));
    }
  }

  private List<TableView> tables(String area, String path) {
    List<TableView> tables = new ArrayList<>();
    for (ObjectRef ref : index.areas().members().getOrDefault(area, List.of())) {
      Table table = index.schema().table(ref.schema(), ref.name()).orElseThrow();
      if (!table.isPartition()) {
        Rationale page = index.page(ref);
        String why = page == null || page.stub() ? "" : HomePage.firstSentence(page.body());
        String said = why.isEmpty() ? table.comment() : why;
        String note = said.isEmpty() ? kit.outlines().of(ref) : said;
        tables.add(new TableView(kit.listed(ref.display()), index.href(path, ref), note, 0));
      }
    }
    return tables;
  }

  SiteFile decision(Rationale page) {
    String path = index.place(page);
    SortedMap<String, Link> pages = new TreeMap<>();
    for (Rationale other : index.chronicle().rationale()) {
      if (other.decisions().contains(page.path()) && !index.place(other).isEmpty()) {
        String name = other.about().isEmpty() ? PageFacts.title(other) : other.subject();
        pages.put(name, new Link(name, PageNames.relative(path, index.place(other))));
      }
    }
    Map<String, Object> view = new HashMap<>();
    view.put("name", PageFacts.title(page));
    view.put("facts", facts(page, path));
    view.put("tags", page.tags());
    view.put("whyHtml", kit.prose(page, page.text(), path));
    view.put("path", page.path());
    view.put("edit", kit.edit(page.path()));
    view.put("pages", List.copyOf(pages.values()));
    List<Heading> headings = List.of(new Heading("pages", "Applies to", pages.size()));
    return kit.page(path, "decision.ftlh", PageFacts.title(page), Kit.crumbs(path), headings, view);
  }

  private List<Fact> facts(Rationale page, String path) {
    List<Fact> facts = new ArrayList<>();
    String date = page.extra().getOrDefault("date", "");
    if (!date.isEmpty()) {
      facts.add(new Fact("Date", Html.escape(date)));
    }
    facts.addAll(new PageFacts(index, path).of(page));
    facts.addAll(new PageFacts(index, path).read(page));
    facts.add(new Fact("File", "<code>" + Html.escape(page.path()) + "</code>"));
    return facts;
  }
}
