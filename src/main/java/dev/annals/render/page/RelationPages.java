package dev.annals.render.page;

import dev.annals.ddl.Names;
import dev.annals.ddl.TableDdl;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.ColumnView;
import dev.annals.render.page.Views.DiagramView;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.PartView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pages of tables, views and materialized views. */
final class RelationPages {

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;
  private final RelationFacts facts;
  private final ColumnRows columns;
  private final PartRows parts;
  private final Usage usage;

  RelationPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
    this.facts = new RelationFacts(kit);
    this.columns = new ColumnRows(kit);
    this.parts = new PartRows(index);
    this.usage = new Usage(index);
  }

  SiteFile page(SchemaObject object, SchemaObject before, SchemaObject after) {
    ObjectRef ref = object.ref();
    String path = PageNames.page(ref);
    Rationale rationale = index.page(ref);
    ColumnNotes notes = ColumnNotes.of(rationale == null ? "" : rationale.body());
    Map<String, Object> view = new HashMap<>();
    view.put("kind", object instanceof Table table ? table.kind().label() : ref.kind().label());
    view.put("name", ref.display());
    view.put("qualified", ref.qualified());
    view.put("comment", object.comment());
    view.put("whyHtml", kit.markdown(Kit.withoutTitle(notes.rest()), path));
    view.put("missing", rationale == null);
    view.put("rationalePath", rationalePath(rationale, ref));
    view.put("edit", rationale == null ? "" : kit.edit(rationale.path()));
    view.put("tags", rationale == null ? List.of() : rationale.tags());
    view.put("facts", facts.of(object, rationale, path));
    view.put("origins", origins(ref));
    List<ColumnView> rows = columns.of(ref, notes, path);
    view.put("columns", rows);
    view.put("hasKeys", rows.stream().anyMatch(c -> !c.keys().isEmpty()));
    view.put(
        "hasNotes", rows.stream().anyMatch(c -> !c.comment().isEmpty() || !c.noteHtml().isEmpty()));
    List<PartView> keys = parts.of(ref, path);
    view.put("parts", keys);
    List<Link> usedBy = usage.of(ref, path);
    view.put("usedBy", usedBy);
    view.put("partitions", usage.partitions(ref, path));
    DiagramView near = diagram(ref, 1, path);
    DiagramView far = near == null ? null : diagram(ref, 2, path);
    view.put("diagram", near == null ? List.of() : List.of(near));
    boolean wider = far != null && far.svgHtml().length() < 8_000;
    view.put("wider", wider ? List.of(far) : List.of());
    ChangeViews changes = kit.changes(path);
    List<ChangeView> events = index.events(ref).stream().map(changes::of).toList();
    view.put("events", events);
    view.put("formerNames", formerNames(ref));
    var findings = index.findings(ref).stream().map(changes::of).toList();
    view.put("findings", findings);
    String ddl =
        object instanceof Table table ? TableDdl.of(schema, table) : definition((View) object);
    view.put("ddlHtml", SqlHighlighter.html(ddl));
    view.put("previous", neighbour(before, path));
    view.put("next", neighbour(after, path));
    view.put("select", select(ref));
    List<Heading> headings =
        List.of(
            new Heading("why", "Why", 1),
            new Heading("columns", "Columns", rows.size()),
            new Heading("relations", "Relations", near == null ? 0 : 1),
            new Heading("parts", "Keys and indexes", keys.size()),
            new Heading("used-by", "Used by", usedBy.size()),
            new Heading("findings", "Findings", findings.size()),
            new Heading("history", "History", events.size()),
            new Heading("ddl", "Definition", 1));
    boolean table = ref.kind() == ObjectKind.TABLE;
    List<Link> crumbs = Kit.crumbs(path, table ? "Tables" : "Views", "a-z.html", ref.schema(), "");
    return kit.page(path, "relation.ftlh", ref.display(), crumbs, headings, view);
  }

  private String rationalePath(Rationale page, ObjectRef ref) {
    return page == null
        ? index.chronicle().project().rationale() + "/" + ref.display() + ".md"
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

  private String select(ObjectRef ref) {
    List<String> names =
        schema.columns(ref.schema(), ref.name()).stream().map(c -> Names.name(c.name())).toList();
    return "SELECT "
        + String.join(", ", names)
        + "\nFROM "
        + Names.name(ref.schema())
        + "."
        + Names.name(ref.name());
  }

  /** The comments of the migrations that made it what it is: all there is where no page is. */
  private List<Views.MigrationView> origins(ObjectRef ref) {
    Set<Integer> steps = new LinkedHashSet<>();
    List<Lifeline.Event> events = new ArrayList<>(index.events(ref));
    Collections.reverse(events);
    events.forEach(event -> steps.add(event.step()));
    List<Views.MigrationView> origins = new ArrayList<>();
    for (int step : steps) {
      Migration migration = index.migration(step);
      if (!migration.comment().isEmpty() && origins.size() < 5) {
        origins.add(new MigrationPages(kit).view(step, PageNames.page(ref)));
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

  private DiagramView diagram(ObjectRef ref, int hops, String path) {
    if (ref.kind() != ObjectKind.TABLE) {
      return null;
    }
    Diagram diagram = Diagrams.neighbourhood(schema, ref, hops, table -> index.href(path, table));
    return diagram.isEmpty() ? null : Pictures.view(diagram);
  }
}
