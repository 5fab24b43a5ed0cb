package dev.annals.render.page;

import dev.annals.ddl.Names;
import dev.annals.ddl.PartDdl;
import dev.annals.ddl.Target;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Composite;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
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
import dev.annals.render.page.Views.LineView;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.ValueView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages of routines, types, collations, operators, casts, sequences, publications and event
 * triggers.
 */
final class ObjectPages {

  /** What stands behind a type's name. */
  private static final Pattern MODIFIER = Pattern.compile("(\\(.*\\))?(\\[\\])?$");

  /** Of what uses it, as many stand on its page. */
  private static final int MOST = 500;

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;
  private final Map<String, List<Trigger>> triggers = new HashMap<>();
  private final Map<String, List<Column>> columns = new HashMap<>();

  /** Objects with pages, by kind, in the order of the schema. */
  private final Map<ObjectKind, NavigableSet<ObjectRef>> kin = new EnumMap<>(ObjectKind.class);

  /** What everybody may use that nobody has said anything of. */
  private static final Set<ObjectKind> USED_BY_ALL =
      EnumSet.of(
          ObjectKind.ROUTINE,
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE,
          ObjectKind.RANGE);

  ObjectPages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
    schema.objects().stream()
        .map(SchemaObject::ref)
        .filter(ref -> !PageNames.page(ref).isEmpty())
        .forEach(ref -> kin.computeIfAbsent(ref.kind(), k -> new TreeSet<>()).add(ref));
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

  /** Whether the page of an object asks for the part of the past that it tells of. */
  static boolean asks(ObjectRef ref) {
    return ref.kind() == ObjectKind.SEQUENCE; // of which there may be one for each table
  }

  List<SiteFile> pages(SchemaObject object) {
    ObjectRef ref = object.ref();
    if (asks(ref)) {
      index.past().asksAround(ref);
    }
    String path = PageNames.page(ref);
    Rationale rationale = index.page(ref);
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    view.put("kind", ref.kind().label());
    view.put("name", ref.display());
    view.put("comment", object.comment());
    view.put("whyHtml", rationale == null ? "" : kit.prose(rationale, rationale.text(), path));
    view.put("edit", rationale == null ? "" : kit.edit(rationale.path()));
    view.put("since", changes.since(rationale));
    List<Fact> facts = facts(object, path);
    facts.addAll(new PageFacts(index, path).of(rationale));
    facts.addAll(new PageFacts(index, path).read(rationale));
    view.put("facts", facts);
    view.put("definitionHtml", SqlHighlighter.html(definition(object)));
    List<Link> usedBy = usedBy(object, path);
    String users = object instanceof Publication ? "Tables" : "Used by";
    List<SiteFile> files = new ArrayList<>();
    boolean all = usedBy.size() <= MOST || !kit.browsed();
    LongList rest = new LongList(kit, path, ref.display());
    if (!all) {
      files.addAll(rest.pages(users, usedBy.stream().map(LineView::of).toList()));
    }
    view.put("usedBy", all ? usedBy : usedBy.subList(0, MOST));
    view.put("uses", usedBy.size());
    view.put("usesHref", rest.href(users));
    view.put("users", users);
    view.put(
        "sent",
        object instanceof Publication publication
            ? PublicationFacts.sent(schema, publication, table -> index.href(path, table))
            : List.of());
    var events = index.events(ref).stream().map(changes::of).toList();
    view.put("events", events);
    view.put("findings", index.findings(ref).stream().map(changes::of).toList());
    List<ValueView> values = values(object);
    view.put("values", values);
    String parts =
        object instanceof Composite
            ? "Attributes"
            : object instanceof Domain ? "Constraints" : "Values";
    view.put("parts", parts);
    view.put("qualified", ref.qualified());
    NavigableSet<ObjectRef> row = kin.getOrDefault(ref.kind(), new TreeSet<>());
    view.put("previous", neighbour(row.lower(ref), path));
    view.put("next", neighbour(row.higher(ref), path));
    List<Heading> headings =
        List.of(
            new Heading("values", parts, values.size()),
            new Heading("definition", "Definition", 1),
            new Heading("used-by", users, usedBy.size()),
            new Heading("history", "History", events.size()));
    String plural = ref.kind().plural();
    String label = Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
    files.add(
        0,
        kit.page(
            path,
            "object.ftlh",
            ref.display(),
            ref.schema().isEmpty()
                ? Kit.crumbs(path, label, "a-z.html")
                : Kit.crumbs(path, label, "a-z.html", ref.schema(), ""),
            headings,
            view));
    return files;
  }

  private List<Link> neighbour(ObjectRef ref, String path) {
    return ref == null ? List.of() : List.of(new Link(ref.display(), index.href(path, ref)));
  }

  /** The labels of an enum, the attributes of a composite type, or the checks of a domain. */
  private List<ValueView> values(SchemaObject object) {
    if (object instanceof EnumType) {
      return parts(object, EnumValue.class, value -> "", value -> "");
    }
    if (object instanceof Composite) {
      return parts(object, Attribute.class, part -> Html.escape(part.type()), part -> "");
    }
    return object instanceof Domain
        ? parts(
            object,
            DomainCheck.class,
            check -> SqlHighlighter.html(check.expression()),
            check -> check.validated() ? "" : "not validated")
        : List.of();
  }

  private <P extends SchemaObject> List<ValueView> parts(
      SchemaObject owner, Class<P> sort, Function<P, String> html, Function<P, String> flag) {
    ObjectRef ref = owner.ref();
    return schema.partsOf(ref.schema(), ref.name(), sort).stream()
        .map(
            part ->
                new ValueView(
                    PageNames.anchor(part.ref()),
                    part.ref().name(),
                    html.apply(part),
                    flag.apply(part),
                    part.comment()))
        .toList();
  }

  private List<Fact> facts(SchemaObject object, String path) {
    List<Fact> facts = new ArrayList<>();
    if (!object.ref().schema().isEmpty()) {
      facts.add(new Fact("Schema", Html.escape(object.ref().schema())));
    }
    if (object instanceof Collation collation) {
      facts.addAll(facts(collation));
    }
    if (object instanceof Operator operator) {
      facts.add(new Fact("Gives", Html.escape(operator.returns())));
      facts.add(new Fact("Runs", function(operator.function(), path)));
    }
    if (object instanceof Cast cast) {
      facts.add(new Fact("Taken", taken(cast)));
      facts.add(
          new Fact(
              "By",
              cast.isCalled()
                  ? function(cast.function(), path)
                  : cast.function().equals(Cast.INOUT) ? "text" : "the same bytes"));
    }
    if (object instanceof EventTrigger trigger) {
      facts.addAll(facts(trigger, PageNames.page(object.ref())));
    }
    if (object instanceof Publication publication) {
      facts.addAll(PublicationFacts.of(publication));
    }
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
      ObjectRef column = sequence.owner().orElseThrow();
      facts.add(new Fact("Owned by", Html.link(index.href(path, column), column.display())));
    }
    String rights = rights(object.ref());
    if (!rights.isEmpty()) {
      facts.add(new Fact("Rights", Html.escape(rights)));
    }
    return facts;
  }

  private static List<Fact> facts(Collation collation) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Provider", Html.escape(collation.provider())));
    facts.add(new Fact("Locale", Html.escape(collation.locale())));
    if (!collation.letters().isEmpty()) {
      facts.add(new Fact("Locale of letters", Html.escape(collation.letters())));
    }
    facts.add(
        new Fact(
            "Equal",
            collation.deterministic() ? "the same bytes" : "what its locale takes for it"));
    return facts;
  }

  private List<Fact> facts(EventTrigger trigger, String path) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Event", Html.escape(trigger.event())));
    if (!trigger.tags().isEmpty()) {
      facts.add(new Fact("Commands", Html.escape(String.join(", ", trigger.tags()))));
    }
    facts.add(new Fact("Runs", function(trigger.function(), path)));
    if (!trigger.enabled().equals("origin")) {
      facts.add(new Fact("State", Html.escape(trigger.enabled())));
    }
    return facts;
  }

  /** The routine, with a link where it has a page. */
  private String function(String function, String path) {
    return schema
        .all(Routine.class)
        .map(SchemaObject::ref)
        .filter(ref -> ref.qualified().equals(function))
        .findFirst()
        .map(ref -> Html.link(index.href(path, ref), ref.display()))
        .orElse(Html.escape(function));
  }

  private static String taken(Cast cast) {
    return switch (cast.context()) {
      case "implicit" -> "wherever it fits";
      case "assignment" -> "where a value is stored, or where somebody asks for it";
      default -> "where somebody asks for it";
    };
  }

  /** Who may use it, where that is not what is usual. Not every sort of object has rights. */
  private String rights(ObjectRef ref) {
    List<Grant> grants = schema.partsOf(ref.schema(), ref.name(), Grant.class);
    boolean everybody = grants.stream().anyMatch(grant -> grant.grantee().equals("public"));
    boolean counts = !USED_BY_ALL.contains(ref.kind());
    return Stream.concat(
            Stream.of(everybody || counts ? "" : "not for everybody"),
            grants.stream()
                .filter(grant -> counts || !grant.grantee().equals("public"))
                .map(grant -> grant.grantee() + ": " + String.join(", ", grant.privileges())))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** With comments that parts of it have; its own stands above. */
  private String definition(SchemaObject object) {
    ObjectRef ref = object.ref();
    StringBuilder text = new StringBuilder(UnitDdl.create(schema, object)).append(";\n");
    if (object instanceof Publication publication) {
      publication
          .listed(schema)
          .forEach(table -> PartDdl.add(table).forEach(sql -> text.append(sql).append(";\n")));
    }
    if (object instanceof EventTrigger trigger && !trigger.enabled().equals("origin")) {
      text.append(PartDdl.state(trigger, trigger.enabled())).append(";\n");
    }
    for (SchemaObject part : schema.partsOf(ref.schema(), ref.name(), SchemaObject.class)) {
      if (!part.comment().isEmpty()) {
        text.append(Target.comment(part)).append(";\n");
      }
    }
    return text.toString();
  }

  private List<Link> usedBy(SchemaObject object, String path) {
    List<Link> links = new ArrayList<>();
    if (object instanceof Publication publication) {
      PublicationFacts.tables(schema, publication)
          .forEach(table -> links.add(new Link(table.display(), index.href(path, table))));
      return links;
    }
    if (object instanceof Collation collation) {
      return sortedBy(collation).map(user -> link(user, path)).toList();
    }
    String qualified = object.ref().qualified();
    List<? extends SchemaObject> users =
        object instanceof Routine
            ? triggers.getOrDefault(qualified, List.of())
            : columns.getOrDefault(qualified, List.of());
    if (object instanceof Routine) {
      schema.objects().stream()
          .filter(user -> PageNames.page(user.ref()).length() > 0)
          .filter(user -> user.properties().get(Property.FUNCTION).equals(qualified))
          .forEach(user -> links.add(link(user, path)));
    }
    users.forEach(user -> links.add(link(user, path)));
    return links;
  }

  private Link link(SchemaObject user, String path) {
    return new Link(user.ref().display(), index.href(path, user.ref()));
  }

  /** Columns, domains and indexes that sort by a collation. */
  private Stream<SchemaObject> sortedBy(Collation collation) {
    String name = Target.name(collation);
    String key = " COLLATE " + Names.name(collation.name());
    return schema.objects().stream()
        .filter(
            user ->
                user instanceof Index index
                    ? index.keys().stream().anyMatch(text -> (text + " ").contains(key + " "))
                    : user.properties().get(Property.COLLATION).equals(name));
  }
}
