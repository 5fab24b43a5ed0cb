package dev.annals.render.page;

import dev.annals.ddl.Names;
import dev.annals.ddl.TableDdl;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.Trigger;
import dev.annals.model.schema.View;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.ColumnNotes;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.Html;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.ColumnView;
import dev.annals.render.page.Views.DiagramRow;
import dev.annals.render.page.Views.DiagramView;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.PartView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Pages of tables, views and materialized views. */
final class RelationPages {

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;
  private final Map<String, List<ForeignKey>> incoming = new HashMap<>();
  private final Map<String, List<Table>> partitions = new HashMap<>();
  private final Map<String, List<View>> readers = new HashMap<>();
  private final List<Routine> routines;

  RelationPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
    this.routines = schema.all(Routine.class).toList();
    schema
        .all(ForeignKey.class)
        .forEach(
            key ->
                incoming
                    .computeIfAbsent(
                        key.targetSchema() + "." + key.targetTable(), k -> new ArrayList<>())
                    .add(key));
    schema
        .all(Table.class)
        .filter(table -> !table.partitionOf().isEmpty())
        .forEach(
            table ->
                partitions.computeIfAbsent(table.partitionOf(), k -> new ArrayList<>()).add(table));
    schema
        .all(View.class)
        .forEach(
            view ->
                view.uses()
                    .forEach(
                        used -> readers.computeIfAbsent(used, k -> new ArrayList<>()).add(view)));
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
    view.put("whyHtml", kit.markdown(withoutTitle(notes.rest()), path));
    view.put("missing", rationale == null);
    view.put("rationalePath", rationalePath(rationale, ref));
    view.put("edit", rationale == null ? "" : kit.edit(rationale.path()));
    view.put("tags", rationale == null ? List.of() : rationale.tags());
    view.put("facts", facts(object, rationale, path));
    view.put("origins", origins(ref));
    List<ColumnView> columns = columns(ref, notes, path);
    view.put("columns", columns);
    view.put("hasKeys", columns.stream().anyMatch(c -> !c.keys().isEmpty()));
    view.put(
        "hasNotes",
        columns.stream().anyMatch(c -> !c.comment().isEmpty() || !c.noteHtml().isEmpty()));
    List<PartView> parts = parts(ref, path);
    view.put("parts", parts);
    List<Link> usedBy = usedBy(ref, path);
    view.put("usedBy", usedBy);
    view.put("partitions", links(partitions.getOrDefault(ref.qualified(), List.of()), path));
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
            new Heading("columns", "Columns", columns.size()),
            new Heading("relations", "Relations", near == null ? 0 : 1),
            new Heading("parts", "Keys and indexes", parts.size()),
            new Heading("used-by", "Used by", usedBy.size()),
            new Heading("findings", "Findings", findings.size()),
            new Heading("history", "History", events.size()),
            new Heading("ddl", "Definition", 1));
    boolean table = ref.kind() == ObjectKind.TABLE;
    List<Link> crumbs = Kit.crumbs(path, table ? "Tables" : "Views", "a-z.html", ref.schema(), "");
    return kit.page(path, "relation.ftlh", ref.display(), crumbs, headings, view);
  }

  private static String withoutTitle(String body) {
    return body.stripLeading().replaceFirst("\\A# [^\\n]*\\n", "");
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

  private List<Fact> facts(SchemaObject object, Rationale rationale, String path) {
    ObjectRef ref = object.ref();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Schema", Html.escape(ref.schema())));
    String area = index.areas().of(ref);
    if (!area.isEmpty()) {
      facts.add(new Fact("Area", Html.escape(area)));
    }
    if (rationale != null && !rationale.owners().isEmpty()) {
      facts.add(new Fact("Owners", Html.escape(String.join(", ", rationale.owners()))));
    }
    if (rationale != null && !rationale.status().isEmpty()) {
      facts.add(new Fact("Status", Html.escape(rationale.status())));
    }
    Lifeline line = index.lifeline(ref);
    if (line != null && line.born() >= 0) {
      facts.add(new Fact("Since", step(line.born(), path)));
    }
    List<Lifeline.Event> events = index.events(ref);
    if (!events.isEmpty()) {
      facts.add(new Fact("Last change", step(events.get(0).step(), path)));
    }
    if (rationale != null && !rationale.reviewed().isEmpty()) {
      facts.add(new Fact("Reviewed", Html.escape(rationale.reviewed())));
    }
    if (object instanceof Table table) {
      addTable(table, facts, path);
    }
    return facts;
  }

  private void addTable(Table table, List<Fact> facts, String path) {
    if (table.persistence().label().equals("unlogged")) {
      facts.add(new Fact("Persistence", "unlogged"));
    }
    if (!table.partitionKey().isEmpty()) {
      facts.add(new Fact("Partitioned", Html.escape(table.partitionKey())));
    }
    if (!table.partitionOf().isEmpty()) {
      String href = index.look(path, table.partitionOf());
      facts.add(new Fact("Partition of", Html.link(href, table.partitionOf())));
      facts.add(new Fact("Bound", Html.escape(table.partitionBound())));
    }
    if (table.rowSecurity()) {
      facts.add(new Fact("Row security", table.forceRowSecurity() ? "forced" : "enabled"));
    }
  }

  /** A release where there is one, and the migration. */
  private String step(int step, String path) {
    ChangeViews changes = kit.changes(path);
    Link migration = changes.migration(step);
    Link release = changes.release(step);
    String link = Html.link(migration.href(), migration.text());
    return release.text().isEmpty() || release.text().equals(index.migration(step).version())
        ? link
        : Html.link(release.href(), release.text()) + " (" + link + ")";
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
        origins.add(new HistoryPages(kit).view(step, PageNames.page(ref)));
      }
    }
    return origins;
  }

  private List<ColumnView> columns(ObjectRef ref, ColumnNotes notes, String path) {
    Map<String, List<String>> keys = new TreeMap<>();
    Map<String, List<Link>> references = new TreeMap<>();
    for (Key key : schema.partsOf(ref.schema(), ref.name(), Key.class)) {
      String badge = key.primary() ? "PK" : key.columns().size() == 1 ? "unique" : "unique*";
      key.columns().forEach(c -> keys.computeIfAbsent(c, k -> new ArrayList<>()).add(badge));
    }
    for (ForeignKey key : schema.foreignKeys(ref.schema(), ref.name())) {
      for (int i = 0; i < key.columns().size(); i++) {
        ObjectRef target =
            new ObjectRef(
                ObjectKind.COLUMN,
                key.targetSchema(),
                key.targetTable(),
                key.targetColumns().get(i));
        keys.computeIfAbsent(key.columns().get(i), k -> new ArrayList<>()).add("FK");
        references
            .computeIfAbsent(key.columns().get(i), k -> new ArrayList<>())
            .add(new Link(target.display(), index.href(path, target)));
      }
    }
    List<ColumnView> views = new ArrayList<>();
    for (Column column : schema.columns(ref.schema(), ref.name())) {
      views.add(column(column, keys, references, notes, path));
    }
    return views;
  }

  private ColumnView column(
      Column column,
      Map<String, List<String>> keys,
      Map<String, List<Link>> references,
      ColumnNotes notes,
      String path) {
    Lifeline line = index.lifeline(column.ref());
    ChangeViews changes = kit.changes(path);
    Link none = new Link("", "");
    Link since = line == null || line.born() < 0 ? none : changes.migration(line.born());
    boolean touched = line != null && line.lastChanged() > line.born();
    String standard =
        !column.generated().isEmpty()
            ? "generated " + column.generated()
            : !column.identity().isEmpty()
                ? "identity " + column.identity().toLowerCase(Locale.ROOT)
                : column.defaultValue();
    String base = column.type().replaceAll("\\[\\]$|\\(.*\\)$", "");
    return new ColumnView(
        PageNames.anchor(column.ref()),
        column.name(),
        column.type().replaceFirst("^public\\.", ""),
        base.contains(".") ? index.look(path, base) : "",
        column.nullable(),
        standard,
        keys.getOrDefault(column.name(), List.of()),
        references.getOrDefault(column.name(), List.of()),
        since,
        touched ? changes.migration(line.lastChanged()) : none,
        column.comment(),
        kit.markdown(notes.notes().getOrDefault(column.name(), ""), path),
        column.comment().contains("@deprecated")
            || notes.notes().getOrDefault(column.name(), "").contains("@deprecated"));
  }

  private List<PartView> parts(ObjectRef ref, String path) {
    List<PartView> parts = new ArrayList<>();
    String s = ref.schema();
    String n = ref.name();
    for (Key key : schema.partsOf(s, n, Key.class)) {
      parts.add(part(key, code(key.definition()), ""));
    }
    for (ForeignKey key : schema.foreignKeys(s, n)) {
      ObjectRef target = ObjectRef.table(key.targetSchema(), key.targetTable());
      String link = Html.link(index.href(path, target), target.display());
      String text =
          "<code>"
              + Html.escape(String.join(", ", key.columns()))
              + "</code> → "
              + link
              + " <code>"
              + Html.escape(String.join(", ", key.targetColumns()))
              + "</code>"
              + action(" on delete ", key.onDelete())
              + action(" on update ", key.onUpdate())
              + (key.deferrable().isEmpty() ? "" : " " + key.deferrable().toLowerCase(Locale.ROOT));
      parts.add(part(key, text, key.validated() ? "" : "not validated"));
    }
    for (Check check : schema.partsOf(s, n, Check.class)) {
      parts.add(part(check, code(check.expression()), check.validated() ? "" : "not validated"));
    }
    for (Exclusion exclusion : schema.partsOf(s, n, Exclusion.class)) {
      parts.add(part(exclusion, code(exclusion.definition()), ""));
    }
    for (Index i : schema.partsOf(s, n, Index.class)) {
      String text = i.definition().replaceFirst("^CREATE (UNIQUE )?INDEX .*? USING ", "");
      String flag = (i.unique() ? "unique" : "") + (i.valid() ? "" : " invalid");
      parts.add(part(i, code(text), flag.strip()));
    }
    for (Trigger trigger : schema.partsOf(s, n, Trigger.class)) {
      String text = trigger.definition().replaceFirst("^CREATE (CONSTRAINT )?TRIGGER \\S+ ", "");
      parts.add(
          part(trigger, code(text), trigger.enabled().equals("origin") ? "" : trigger.enabled()));
    }
    for (Policy policy : schema.partsOf(s, n, Policy.class)) {
      parts.add(part(policy, policy(policy), policy.permissive() ? "" : "restrictive"));
    }
    for (RewriteRule rule : schema.partsOf(s, n, RewriteRule.class)) {
      parts.add(part(rule, code(rule.definition()), ""));
    }
    for (Statistics statistics : schema.partsOf(s, n, Statistics.class)) {
      parts.add(part(statistics, code(statistics.definition()), ""));
    }
    for (Grant grant : schema.partsOf(s, n, Grant.class)) {
      parts.add(part(grant, Html.escape(String.join(", ", grant.privileges())), ""));
    }
    return parts;
  }

  private static String action(String label, String action) {
    boolean usual = action.isEmpty() || action.equals("NO ACTION");
    return usual ? "" : Html.escape(label + action.toLowerCase(Locale.ROOT));
  }

  private static String policy(Policy policy) {
    return "for "
        + Html.escape(policy.command().toLowerCase(Locale.ROOT))
        + " to "
        + Html.escape(String.join(", ", policy.roles()))
        + (policy.using().isEmpty() ? "" : " using " + code(policy.using()))
        + (policy.withCheck().isEmpty() ? "" : " with check " + code(policy.withCheck()));
  }

  private static String code(String sql) {
    return "<code class=\"sql\">" + SqlHighlighter.html(sql) + "</code>";
  }

  private static PartView part(SchemaObject object, String html, String flag) {
    return new PartView(
        PageNames.anchor(object.ref()),
        object.ref().kind().label(),
        object.ref().name(),
        html,
        object.comment(),
        flag);
  }

  private List<Link> usedBy(ObjectRef ref, String path) {
    List<Link> links = new ArrayList<>();
    for (ForeignKey key : incoming.getOrDefault(ref.qualified(), List.of())) {
      ObjectRef child = ObjectRef.table(key.schema(), key.table());
      String action =
          key.onDelete().equals("NO ACTION")
              ? ""
              : ", on delete " + key.onDelete().toLowerCase(Locale.ROOT);
      links.add(
          new Link(
              child.display() + " (" + String.join(", ", key.columns()) + action + ")",
              index.href(path, child) + "#" + PageNames.anchor(key.ref())));
    }
    links.addAll(links(readers.getOrDefault(ref.qualified(), List.of()), path));
    Pattern word =
        Pattern.compile(
            "(?i)(?<![\\w.\"])(?:"
                + Pattern.quote(ref.schema())
                + "\\.)?"
                + Pattern.quote(ref.name())
                + "\\b");
    routines.stream()
        .filter(r -> r.uses().contains(ref.qualified()) || word.matcher(r.body()).find())
        .forEach(r -> links.add(new Link(r.ref().display(), index.href(path, r.ref()))));
    return links;
  }

  private List<Link> links(List<? extends SchemaObject> objects, String path) {
    return objects.stream()
        .map(object -> new Link(object.ref().display(), index.href(path, object.ref())))
        .toList();
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
    return diagram.isEmpty() ? null : view(diagram);
  }

  static DiagramView view(Diagram diagram) {
    List<DiagramRow> rows =
        diagram.list().stream()
            .map(
                r ->
                    new DiagramRow(
                        r.table(), r.href(), r.state(), String.join(", ", r.relations())))
            .toList();
    return new DiagramView(diagram.svg(), diagram.title(), rows, diagram.width());
  }
}
