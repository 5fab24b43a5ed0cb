package dev.annals.render.page;

import dev.annals.ddl.Names;
import dev.annals.ddl.TableDdl;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.Counted;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.ColumnNotes;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Remarks;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.Html;
import dev.annals.render.notes.Markdown;
import dev.annals.render.page.Views.ColumnView;
import dev.annals.render.page.Views.DiagramView;
import dev.annals.render.page.Views.EventGroup;
import dev.annals.render.page.Views.FindingView;
import dev.annals.render.page.Views.GlanceView;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.LineView;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.OriginView;
import dev.annals.render.page.Views.PartView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of tables, views and materialized views. */
final class RelationPages {

  /** A rationale's later sections are folded where they have more letters. */
  private static final int FOLDED = 500;

  private static final int GLANCE = 5;

  /** Things of a kind that use it, as the page shows them. */
  private static final int MOST = 50;

  private static final int FINDINGS = 20;

  /** The same of a page that is too heavy with more. */
  private static final int FEW = 5;

  /** Bytes that a page should not have more of. */
  private static final int LIMIT = 30_000;

  /** Bytes of a page from which on its picture is a file of its own. */
  private static final int HEAVY = 29_000;

  private static final Pattern TITLE = Pattern.compile("<h3[^>]*>(.*?)</h3>");

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;
  private final RelationFacts facts;
  private final ColumnRows columns;
  private final PartRows parts;
  private final Usage usage;
  private final Lifelines lifelines;
  private final Pictures pictures;

  RelationPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
    this.facts = new RelationFacts(kit);
    this.parts = new PartRows(index);
    this.usage = new Usage(index);
    this.columns = new ColumnRows(kit, usage);
    this.lifelines = new Lifelines(kit);
    this.pictures = new Pictures();
  }

  /** Relations of which there is more to tell than fits their page. */
  boolean hasLongHistory(ObjectRef ref) {
    return lifelines.isLong(ref);
  }

  /** How a relation came to be, all of it. */
  SiteFile history(ObjectRef ref) {
    return lifelines.page(ref);
  }

  /** How the pictures of a relation are called. */
  static String stem(ObjectRef ref) {
    return "pictures/" + PageNames.stem(ref);
  }

  /** The page of a relation, and the pictures that it loads. */
  List<SiteFile> page(SchemaObject object, SchemaObject before, SchemaObject after) {
    ObjectRef ref = object.ref();
    index.past().asksAround(ref);
    String path = PageNames.page(ref);
    List<SiteFile> files = new ArrayList<>();
    Map<String, Object> view = new HashMap<>();
    view.put("kind", object instanceof Table table ? table.kind().label() : ref.kind().label());
    view.put("name", ref.display());
    view.put("qualified", ref.qualified());
    view.put("comment", object.comment());
    ColumnNotes notes = putWhy(ref, path, view);
    view.put("facts", facts.of(object, index.page(ref), path));
    List<ColumnView> rows = columns.of(ref, index.page(ref), notes, path);
    view.put("columns", rows);
    view.put("ages", ColumnRows.ofSeveralAges(rows));
    List<PartView> keys = parts.of(ref, path);
    view.put("parts", keys);
    LongList rest = new LongList(kit, path, ref.display());
    int uses = putUses(ref, path, view, rest, files);
    Diagram near = ref.kind() == ObjectKind.TABLE ? relations(ref, path) : Diagram.NONE;
    boolean inPage = putPicture(near, ref, Pictures.USUAL, view, files);
    List<EventGroup> events = lifelines.groups(ref, path);
    putHistory(ref, path, events, view);
    int findings = putFindings(ref, path, FINDINGS, view, rest);
    view.put(
        "ddl",
        object instanceof Table table ? TableDdl.of(schema, table) : definition((View) object));
    view.put("previous", neighbour(before, path));
    view.put("next", neighbour(after, path));
    view.put("select", select(ref));
    view.put("embed", List.of());
    if (kit.embeds().has(ref)) {
      embed(ref, view, files);
    }
    List<Heading> headings =
        List.of(
            new Heading("why", "Why", 1),
            new Heading("columns", "Columns", rows.size()),
            new Heading("relations", "Relations", near.isEmpty() ? 0 : 1),
            new Heading("parts", "Keys and indexes", keys.size()),
            new Heading("used-by", "Used by", uses),
            new Heading("findings", "Findings", findings),
            new Heading("history", "History", index.events(ref).size()),
            new Heading("ddl", "Definition", 1));
    boolean table = ref.kind() == ObjectKind.TABLE;
    List<Link> crumbs =
        Kit.crumbs(
            path,
            table ? "Tables" : "Views",
            table ? TablesPage.PATH : "a-z.html",
            ref.schema(),
            "");
    SiteFile page = kit.page(path, "relation.ftlh", ref.display(), crumbs, headings, view);
    if (kit.browsed() && page.bytes().length > HEAVY && inPage) {
      putPicture(near, ref, Pictures.LEAST, view, files);
      page = kit.page(path, "relation.ftlh", ref.display(), crumbs, headings, view);
    }
    boolean heavy = kit.browsed() && page.bytes().length > LIMIT && findings > FEW;
    if (heavy) {
      int unused = putFindings(ref, path, FEW, view, rest);
      page = kit.page(path, "relation.ftlh", ref.display(), crumbs, headings, view);
    }
    if (heavy || (kit.browsed() && findings > FINDINGS)) {
      files.addAll(rest.pages("Findings", findingLines(ref, path)));
    }
    files.add(0, page);
    return files;
  }

  /** A card that other pages show, the picture alone, and what to write there. */
  private void embed(ObjectRef ref, Map<String, Object> view, List<SiteFile> files) {
    String path = Embeds.page(ref);
    Map<String, Object> card = new HashMap<>(view);
    card.put("home", PageNames.relative(path, PageNames.page(ref)));
    card.put("columns", columns.of(ref, null, ColumnNotes.of(""), path));
    card.put("release", index.past().version());
    Diagram diagram =
        ref.kind() == ObjectKind.TABLE
            ? Diagrams.neighbourhood(schema, ref, 1, kit.links(path))
            : Diagram.NONE;
    card.put("diagram", diagram.isEmpty() ? List.of() : List.of(Pictures.view(diagram)));
    files.add(kit.page(path, "embed.ftlh", ref.display(), List.of(), List.of(), card));
    String site = index.chronicle().project().url();
    String address = site.isEmpty() ? "" : site + "/";
    List<String> snippets = new ArrayList<>();
    snippets.add(
        "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"480\" loading=\"lazy\"></iframe>"
            .formatted(address + path, Html.escape(ref.display())));
    if (!diagram.isEmpty()) {
      files.add(SiteFile.text(Embeds.picture(ref), diagram.standalone()));
      snippets.add(
          "![Relations of %s](%s)"
              .formatted(Markdown.text(ref.display()), address + Embeds.picture(ref)));
    }
    view.put("embed", snippets);
  }

  /** The team's words, their beginning apart from the rest, and what stands in for them. */
  private ColumnNotes putWhy(ObjectRef ref, String path, Map<String, Object> view) {
    Rationale rationale = index.page(ref);
    ColumnNotes notes = ColumnNotes.of(rationale == null ? "" : rationale.bodyToShow());
    String why =
        rationale == null ? "" : kit.prose(rationale, Kit.withoutTitle(notes.rest()), path);
    int rest = why.indexOf("<h3");
    boolean fold = rest > 0 && why.length() - rest > FOLDED;
    view.put("whyHtml", fold ? why.substring(0, rest) : why);
    view.put("moreHtml", fold ? why.substring(rest) : "");
    view.put("moreTitles", fold ? titles(why.substring(rest)) : List.of());
    view.put("since", kit.changes(path).since(rationale));
    view.put("missing", rationale == null);
    view.put("stub", rationale != null && rationale.stub());
    view.put("rationalePath", rationalePath(rationale, ref));
    boolean named = Rationale.canBeFile(ref.display());
    view.put(
        "frontMatter",
        named
            ? ""
            : (ref.kind() == ObjectKind.TABLE ? "table: '" : "view: '")
                + ref.display().replace("'", "''")
                + "'");
    view.put("edit", rationale == null ? "" : kit.edit(rationale.path()));
    view.put("tags", rationale == null ? List.of() : rationale.tags());
    view.put("origins", rationale == null || rationale.stub() ? origins(ref) : List.of());
    return notes;
  }

  private static List<String> titles(String html) {
    List<String> titles = new ArrayList<>();
    Matcher matcher = TITLE.matcher(html);
    while (matcher.find()) {
      titles.add(matcher.group(1));
    }
    return titles;
  }

  /** What hangs on it: returns how many things. */
  private int putUses(
      ObjectRef ref, String path, Map<String, Object> view, LongList rest, List<SiteFile> files) {
    List<GlanceView> glance =
        List.of(
            glance("Referenced by", "#used-by", usage.referencing(ref, path)),
            glance("Refers to", "#parts", usage.referenced(ref, path)),
            glance("Reads", "#ddl", usage.read(ref, path)),
            glance("Views on it", "#used-by", usage.views(ref, path)),
            glance("Routines with it", "#used-by", usage.routines(ref, path)));
    view.put("glance", glance.stream().filter(g -> !g.links().isEmpty()).toList());
    List<GlanceView> uses =
        List.of(
            uses("Foreign keys", usage.referencing(ref, path), rest, files),
            uses("Views", usage.views(ref, path), rest, files),
            uses("Routines", usage.routines(ref, path), rest, files));
    view.put("usedBy", uses.stream().filter(g -> !g.links().isEmpty()).toList());
    view.put("partitions", usage.partitions(ref, path));
    return uses.stream().mapToInt(g -> g.links().size() + g.more()).sum();
  }

  /** What uses it; what is too much for the page is on pages of its own. */
  private GlanceView uses(String label, List<Link> all, LongList rest, List<SiteFile> files) {
    List<Link> links = all.stream().map(kit::listed).toList();
    if (links.size() <= MOST || !kit.browsed()) {
      return new GlanceView(label, "", links, 0);
    }
    files.addAll(rest.pagesOfNames(label, links.stream().map(LineView::of).toList()));
    return new GlanceView(label, rest.href(label), links.subList(0, MOST), links.size() - MOST);
  }

  private static boolean isAbout(Finding finding, ObjectRef ref) {
    ObjectRef first = finding.subjects().get(0);
    return first.schema().equals(ref.schema()) && first.owner().equals(ref.name());
  }

  /** Of many, those that are about it first, then those of others that it is named in. */
  private List<Finding> findings(ObjectRef ref) {
    List<Finding> all = new ArrayList<>(index.findings(ref));
    if (all.size() > FINDINGS) {
      all.sort(Comparator.comparing(finding -> !isAbout(finding, ref)));
    }
    return all;
  }

  /**
   * The first findings; where all are, if these are not.
   *
   * @return how many there are
   */
  private int putFindings(
      ObjectRef ref, String path, int most, Map<String, Object> view, LongList rest) {
    List<Finding> all = findings(ref);
    ChangeViews changes = kit.changes(path);
    int shown = all.size() > most && kit.browsed() ? most : all.size();
    view.put("findings", all.subList(0, shown).stream().map(changes::of).toList());
    view.put("findingCount", all.size());
    view.put(
        "worst",
        all.stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .limit(2)
            .map(changes::of)
            .toList());
    if (shown < all.size()) {
      view.put(
          "findingsMore",
          new Link("All " + Counted.of(all.size()) + " findings", rest.href("Findings")));
    }
    return all.size();
  }

  /** All findings, a line each. */
  private List<LineView> findingLines(ObjectRef ref, String path) {
    List<LineView> lines = new ArrayList<>();
    for (Finding finding : findings(ref)) {
      FindingView told = kit.changes(path).of(finding);
      String where = told.subjects().isEmpty() ? "" : told.subjects().get(0).href();
      lines.add(LineView.of(new Link(told.message(), where)));
    }
    return lines;
  }

  private GlanceView glance(String label, String href, List<Link> links) {
    int shown = links.size() > GLANCE + 1 ? GLANCE : links.size();
    List<Link> first =
        links.subList(0, shown).stream()
            .map(link -> kit.listed(new Link(link.text().replaceFirst(" \\(.*", ""), link.href())))
            .toList();
    return new GlanceView(label, href, first, links.size() - shown);
  }

  /** Its picture, in the page where there is room for so many letters of it: whether it is. */
  private boolean putPicture(
      Diagram near, ObjectRef ref, int room, Map<String, Object> view, List<SiteFile> files) {
    String path = PageNames.page(ref);
    List<DiagramView> shown =
        near.isEmpty() ? List.of() : List.of(pictures.put(near, stem(ref), path, room, files));
    view.put("diagram", shown);
    view.put("further", !near.isEmpty() && Diagrams.reachesFurther(schema, ref));
    String area = index.area(ref);
    view.put("area", new Link(area, PageNames.relative(path, PageNames.area(area))));
    return shown.stream().anyMatch(picture -> !picture.svgHtml().isEmpty());
  }

  private void putHistory(
      ObjectRef ref, String path, List<EventGroup> events, Map<String, Object> view) {
    boolean more = lifelines.isLong(ref);
    view.put("groups", more ? Lifelines.latest(events) : events);
    view.put("whole", more ? PageNames.relative(path, PageNames.history(ref)) : "");
    view.put("eventCount", index.events(ref).size());
    view.put("groupCount", events.size());
    view.put("formerNames", formerNames(ref));
  }

  private String rationalePath(Rationale page, ObjectRef ref) {
    String name = ref.display();
    return page == null
        ? "%s/%s.md"
            .formatted(
                index.chronicle().project().rationale(),
                Rationale.canBeFile(name) ? name : PageNames.slug(name))
        : page.path();
  }

  private List<Link> neighbour(SchemaObject object, String path) {
    return object == null
        ? List.of()
        : List.of(new Link(object.ref().display(), index.href(path, object.ref())));
  }

  private static String definition(View view) {
    return UnitDdl.view(view, "CREATE ") + ";\n";
  }

  /** A query for all columns; empty where the page's script needs only names that are there. */
  private String select(ObjectRef ref) {
    List<String> plain =
        schema.columns(ref.schema(), ref.name()).stream().map(c -> c.name()).toList();
    List<String> names = plain.stream().map(Names::name).toList();
    boolean quoted = !plain.equals(names) || !ref.qualified().equals(qualified(ref));
    return quoted ? select(ref, names) : "";
  }

  private static String qualified(ObjectRef ref) {
    return Names.name(ref.schema()) + "." + Names.name(ref.name());
  }

  private static String select(ObjectRef ref, List<String> names) {
    return "SELECT " + String.join(", ", names) + "\nFROM " + qualified(ref);
  }

  /** The comments of the migrations that made it what it is: all there is where no page is. */
  private List<OriginView> origins(ObjectRef ref) {
    Set<Integer> steps = new LinkedHashSet<>();
    List<Lifeline.Event> events = new ArrayList<>(index.events(ref));
    Collections.reverse(events);
    events.forEach(event -> steps.add(event.step()));
    List<OriginView> origins = new ArrayList<>();
    for (int step : steps) {
      Migration migration = index.migration(step);
      if (origins.size() < 5 && Remarks.about(index.chronicle().steps().get(step), ref)) {
        origins.add(
            new OriginView(
                MigrationPages.name(migration),
                migration.description(),
                PageNames.relative(PageNames.page(ref), PageNames.migration(migration)),
                migration.introduced().author(),
                MigrationPages.flowing(migration.comment())));
      }
    }
    return origins;
  }

  private List<String> formerNames(ObjectRef ref) {
    Lifeline line = index.lifeline(ref);
    return line == null
        ? List.of()
        : line.names().stream().filter(n -> !n.equals(ref)).map(ObjectRef::display).toList();
  }

  private Diagram relations(ObjectRef ref, String path) {
    return kit.browsed()
        ? Diagrams.relations(schema, ref, kit.links(path))
        : Diagrams.neighbourhood(schema, ref, 1, kit.links(path));
  }
}
