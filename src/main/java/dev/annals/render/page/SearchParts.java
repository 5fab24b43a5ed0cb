package dev.annals.render.page;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.site.SiteFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of constraints, indexes, triggers, policies, attributes and whatever else has its place on
 * the page of a table, a view, a domain or a composite type, for search to find after the names of
 * these. Most are called after their table: what they are called besides is told once. Only a plain
 * name stands in another's.
 */
final class SearchParts {

  private final Schema schema;
  private final Map<ObjectRef, Integer> owners;
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();

  /** Owners and their numbers among the things that search knows. */
  SearchParts(Schema schema, Map<ObjectRef, Integer> owners) {
    this.schema = schema;
    this.owners = owners;
  }

  SiteFile file(String path) {
    Map<ObjectRef, ObjectRef> byName = new HashMap<>();
    owners.keySet().forEach(owner -> byName.put(named(owner.schema(), owner.name()), owner));
    Map<Integer, List<ObjectRef>> parts = new TreeMap<>();
    for (SchemaObject object : schema.objects()) {
      ObjectRef ref = object.ref();
      ObjectRef owner = byName.get(named(ref.schema(), ref.parent()));
      if (owner != null && isFound(ref.kind())) {
        parts.computeIfAbsent(owners.get(owner), number -> new ArrayList<>()).add(ref);
      }
    }
    Map<Integer, ObjectRef> numbered = new HashMap<>();
    owners.forEach((owner, number) -> numbered.put(number, owner));
    List<String> rows = new ArrayList<>();
    parts.forEach((number, refs) -> rows.add(row(number, numbered.get(number), refs)));
    return SiteFile.text(
        path,
        "annalsParts({\"parts\":[\n%s\n],\"kinds\":%s,\"names\":%s});\n"
            .formatted(
                String.join(",\n", rows),
                Json.list(List.copyOf(kinds.keySet())),
                Json.list(List.copyOf(names.keySet()))));
  }

  /** Relations and types share their names. */
  private static ObjectRef named(String schema, String name) {
    return ObjectRef.table(schema, name);
  }

  /** Whether parts of it are found. */
  static boolean isOwner(ObjectKind kind) {
    return kind.isRelation() || kind == ObjectKind.DOMAIN || kind == ObjectKind.COMPOSITE;
  }

  private static boolean isFound(ObjectKind kind) {
    return kind == ObjectKind.DOMAIN_CHECK
        || kind == ObjectKind.ATTRIBUTE
        || (kind.belongsToRelation()
            && kind != ObjectKind.COLUMN
            && kind != ObjectKind.PUBLISHED_TABLE);
  }

  private String row(int owner, ObjectRef table, List<ObjectRef> parts) {
    StringBuilder row = new StringBuilder("[").append(owner);
    int last = -1;
    for (ObjectRef part : parts) {
      int kind = kinds.computeIfAbsent(kind(part), text -> kinds.size());
      if (kind != last) {
        row.append(',').append(-1 - kind);
      }
      last = kind;
      row.append(',').append(names.computeIfAbsent(name(part, table), text -> names.size()));
    }
    return row.append(']').toString();
  }

  private static String kind(ObjectRef part) {
    String anchor = PageNames.anchor(part);
    return Json.texts(
        List.of(
            part.kind().label().replace("domain", "check").replace(" constraint", ""),
            anchor.substring(0, anchor.indexOf('-') + 1)));
  }

  private static String name(ObjectRef part, ObjectRef table) {
    String name = part.name();
    String slug = PageNames.slug(name);
    if (!slug.equals(name)) {
      return Json.list(List.of(Json.text(name), "0", Json.text(slug)));
    }
    int at = name.indexOf(table.name());
    return at < 0 || !table.display().endsWith(table.name())
        ? Json.text(name)
        : Json.texts(List.of(name.substring(0, at), name.substring(at + table.name().length())));
  }
}
