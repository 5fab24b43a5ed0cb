package dev.annals.render.page;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The navigation that all pages share, {@code groups: [[group, [[name, path], …]], …]}, and the
 * schema version, which would make every page another with each migration.
 */
final class NavigationData {

  static final String PATH = "assets/nav-data.js";

  private final SiteIndex index;

  NavigationData(SiteIndex index) {
    this.index = index;
  }

  SiteFile file() {
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
          index.schema().objects().stream()
              .map(SchemaObject::ref)
              .filter(ref -> ref.kind() == kind)
              .map(NavigationData::pair)
              .toList();
      if (!items.isEmpty()) {
        String plural = kind.plural();
        lines.add(group(Character.toUpperCase(plural.charAt(0)) + plural.substring(1), items));
      }
    }
    return SiteFile.text(
        PATH,
        "window.annalsNav={\"version\":"
            + Json.text(index.past().version())
            + ",\"groups\":[\n"
            + String.join(",\n", lines)
            + "\n]};\n");
  }

  private static String group(String name, List<String> items) {
    return "[" + Json.text(name) + "," + Json.list(items) + "]";
  }

  private static String pair(ObjectRef ref) {
    return Json.texts(List.of(ref.display(), PageNames.page(ref)));
  }
}
