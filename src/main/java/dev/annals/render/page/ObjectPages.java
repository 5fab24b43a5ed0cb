package dev.annals.render.page;

import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.RangeType;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Trigger;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Rationale;
import dev.annals.render.html.Html;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Pages of routines, types and sequences. */
final class ObjectPages {

  /** What stands behind a type's name. */
  private static final Pattern MODIFIER = Pattern.compile("(\\(.*\\))?(\\[\\])?$");

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;
  private final Map<String, List<Trigger>> triggers = new HashMap<>();
  private final Map<String, List<Column>> columns = new HashMap<>();

  ObjectPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
    schema
        .all(Trigger.class)
        .forEach(t -> triggers.computeIfAbsent(t.function(), k -> new ArrayList<>()).add(t));
    schema
        .all(Column.class)
        .forEach(
            column ->
                columns
                    .computeIfAbsent(
                        MODIFIER.matcher(column.type()).replaceFirst(""), k -> new ArrayList<>())
                    .add(column));
  }

  SiteFile page(SchemaObject object) {
    ObjectRef ref = object.ref();
    String path = PageNames.page(ref);
    Rationale rationale = index.page(ref);
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    view.put("kind", ref.kind().label());
    view.put("name", ref.display());
    view.put("comment", object.comment());
    view.put("whyHtml", rationale == null ? "" : kit.markdown(rationale.body(), path));
    view.put("facts", facts(object));
    view.put("definitionHtml", SqlHighlighter.html(definition(object)));
    List<Link> usedBy = usedBy(object, path);
    view.put("usedBy", usedBy);
    var events = index.events(ref).stream().map(changes::of).toList();
    view.put("events", events);
    view.put("findings", index.findings(ref).stream().map(changes::of).toList());
    view.put("values", values(object));
    List<Heading> headings =
        List.of(
            new Heading("definition", "Definition", 1),
            new Heading("used-by", "Used by", usedBy.size()),
            new Heading("history", "History", events.size()));
    String plural = ref.kind().plural();
    String label = Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
    return kit.page(
        path,
        "object.ftlh",
        ref.display(),
        Kit.crumbs(path, label, "a-z.html", ref.schema(), ""),
        headings,
        view);
  }

  private List<Views.Link> values(SchemaObject object) {
    return object instanceof EnumType type
        ? schema.partsOf(type.schema(), type.name(), EnumValue.class).stream()
            .map(value -> new Link(value.name(), PageNames.anchor(value.ref())))
            .toList()
        : List.of();
  }

  private static List<Fact> facts(SchemaObject object) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Schema", Html.escape(object.ref().schema())));
    if (object instanceof Routine routine) {
      facts.add(new Fact("Kind", Html.escape(routine.kind())));
      facts.add(new Fact("Language", Html.escape(routine.language())));
      if (!routine.returns().isEmpty()) {
        facts.add(new Fact("Returns", Html.escape(routine.returns())));
      }
      facts.add(new Fact("Volatility", Html.escape(routine.volatility())));
      facts.add(new Fact("Runs as", routine.securityDefiner() ? "its owner" : "the caller"));
    }
    if (object instanceof Sequence sequence && !sequence.ownedBy().isEmpty()) {
      facts.add(new Fact("Owned by", Html.escape(sequence.ownedBy())));
    }
    return facts;
  }

  private String definition(SchemaObject object) {
    String name = Ddl.quoted(object.ref().schema()) + "." + Ddl.quoted(object.ref().name());
    if (object instanceof Routine routine) {
      return routine.definition().isEmpty()
          ? routine.kind() + " " + name + "\n" + routine.body()
          : routine.definition();
    }
    if (object instanceof Sequence s) {
      return "CREATE SEQUENCE %s AS %s\n  START %s INCREMENT %s\n  MINVALUE %s MAXVALUE %s CACHE %s%s;\n"
          .formatted(
              name,
              s.type(),
              s.start(),
              s.increment(),
              s.minimum(),
              s.maximum(),
              s.cache(),
              s.cycle() ? " CYCLE" : "");
    }
    if (object instanceof Domain domain) {
      return domain(domain, name);
    }
    if (object instanceof RangeType range) {
      return "CREATE TYPE " + name + " AS RANGE (subtype = " + range.subtype() + ");\n";
    }
    if (object instanceof EnumType type) {
      List<String> values =
          schema.partsOf(type.schema(), type.name(), EnumValue.class).stream()
              .map(value -> "'" + value.name().replace("'", "''") + "'")
              .toList();
      return "CREATE TYPE " + name + " AS ENUM (\n  " + String.join(",\n  ", values) + "\n);\n";
    }
    List<String> attributes =
        schema.partsOf(object.ref().schema(), object.ref().name(), Attribute.class).stream()
            .map(a -> Ddl.quoted(a.name()) + " " + a.type())
            .toList();
    return "CREATE TYPE " + name + " AS (\n  " + String.join(",\n  ", attributes) + "\n);\n";
  }

  private String domain(Domain domain, String name) {
    StringBuilder text = new StringBuilder("CREATE DOMAIN " + name + " AS " + domain.baseType());
    if (!domain.defaultValue().isEmpty()) {
      text.append("\n  DEFAULT ").append(domain.defaultValue());
    }
    if (!domain.nullable()) {
      text.append("\n  NOT NULL");
    }
    for (DomainCheck check : schema.partsOf(domain.schema(), domain.name(), DomainCheck.class)) {
      text.append("\n  CONSTRAINT ").append(Ddl.quoted(check.name()));
      text.append(" CHECK (").append(check.expression()).append(")");
    }
    return text.append(";\n").toString();
  }

  private List<Link> usedBy(SchemaObject object, String path) {
    List<Link> links = new ArrayList<>();
    String qualified = object.ref().qualified();
    List<? extends SchemaObject> users =
        object instanceof Routine
            ? triggers.getOrDefault(qualified, List.of())
            : columns.getOrDefault(qualified, List.of());
    users.forEach(user -> links.add(new Link(user.ref().display(), index.href(path, user.ref()))));
    return links;
  }
}
