package dev.annals.render.page;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The navigation and the search index as scripts that register their data: a page from {@code
 * file://} may load a script, and nothing else.
 */
final class SearchData {

  private final SiteIndex index;
  private final Schema schema;
  private final List<RulePage> rules;

  SearchData(SiteIndex index, List<RulePage> rules) {
    this.index = index;
    this.schema = index.schema();
    this.rules = rules;
  }

  /** {@code [[group, [[name, path], …]], …]}. */
  SiteFile navigation() {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    for (Table table : index.tables()) {
      groups
          .computeIfAbsent(index.areas().of(table.ref()), area -> new ArrayList<>())
          .add(pair(table.ref()));
    }
    List<String> lines = new ArrayList<>();
    groups.forEach((name, items) -> lines.add(group(name, items)));
    for (ObjectKind kind :
        List.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.ROUTINE,
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE,
            ObjectKind.SEQUENCE)) {
      List<String> items =
          schema.objects().stream()
              .map(SchemaObject::ref)
              .filter(ref -> ref.kind() == kind)
              .map(SearchData::pair)
              .toList();
      if (!items.isEmpty()) {
        String plural = kind.plural();
        lines.add(group(Character.toUpperCase(plural.charAt(0)) + plural.substring(1), items));
      }
    }
    return Json.script("assets/nav-data.js", "annalsNav", lines);
  }

  private static String group(String name, List<String> items) {
    return "[" + Json.text(name) + ",[" + String.join(",", items) + "]]";
  }

  private static String pair(ObjectRef ref) {
    return "[" + Json.text(ref.display()) + "," + Json.text(PageNames.page(ref)) + "]";
  }

  /** {@code [kind, name, path, comment, [part, …]]}; a part is a column or an enum value. */
  SiteFile search() {
    List<String> lines = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      ObjectRef ref = object.ref();
      if (!PageNames.page(ref).isEmpty()) {
        lines.add(
            entry(
                ref.kind().label(),
                ref.display(),
                PageNames.page(ref),
                object.comment(),
                parts(ref)));
      }
    }
    Chronicle chronicle = index.chronicle();
    chronicle
        .releases()
        .forEach(
            r ->
                lines.add(
                    entry(
                        "release",
                        r.cut().name(),
                        PageNames.release(r.cut().name()),
                        r.cut().title(),
                        "")));
    chronicle
        .steps()
        .forEach(
            s -> {
              var m = s.step().migration();
              lines.add(
                  entry(
                      "migration",
                      (m.version().isEmpty() ? "R " : "V" + m.version() + " ") + m.description(),
                      PageNames.migration(m),
                      m.comment().lines().findFirst().orElse(""),
                      ""));
            });
    for (String area : TextPages.areas(index)) {
      lines.add(entry("area", area, PageNames.area(area), "", ""));
    }
    for (Rationale page : index.decisions()) {
      lines.add(entry("decision", PageFacts.title(page), index.place(page), page.path(), ""));
    }
    rules.forEach(
        rule -> lines.add(entry("rule", rule.title(), PageNames.rule(rule.id()), rule.id(), "")));
    return Json.script("assets/search-data.js", "annalsIndex", lines);
  }

  private String parts(ObjectRef ref) {
    if (ref.kind() == ObjectKind.ENUM) {
      return schema.partsOf(ref.schema(), ref.name(), EnumValue.class).stream()
          .map(value -> part(value.name(), PageNames.anchor(value.ref()), ""))
          .collect(Collectors.joining(","));
    }
    if (!ref.kind().isRelation()) {
      return "";
    }
    return schema.columns(ref.schema(), ref.name()).stream()
        .map(column -> part(column.name(), PageNames.anchor(column.ref()), comment(column)))
        .collect(Collectors.joining(","));
  }

  private static String comment(Column column) {
    return shortened(column.comment());
  }

  /** The anchor is left out where it follows from the name. */
  private static String part(String name, String anchor, String comment) {
    String usual = "col-" + name;
    return "["
        + Json.text(name)
        + (comment.isEmpty() && anchor.equals(usual)
            ? ""
            : "," + Json.text(anchor.equals(usual) ? "" : anchor))
        + (comment.isEmpty() ? "" : "," + Json.text(comment))
        + "]";
  }

  private static String entry(String kind, String name, String path, String comment, String parts) {
    return "["
        + Json.text(kind)
        + ","
        + Json.text(name)
        + ","
        + Json.text(path)
        + ","
        + Json.text(shortened(comment))
        + (parts.isEmpty() ? "" : ",[" + parts + "]")
        + "]";
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > 120 ? line.substring(0, 117) + "…" : line;
  }
}
