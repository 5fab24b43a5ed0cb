package dev.annals.render.page;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.TableView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything, A to Z. */
final class ListPage {

  private static final String TABLES = "Tables: ";

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;

  ListPage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
  }

  SiteFile page() {
    String path = "a-z.html";
    SortedMap<String, List<TableView>> groups =
        new TreeMap<>(
            Comparator.comparing((String group) -> !group.startsWith(TABLES))
                .thenComparing(Comparator.naturalOrder()));
    for (SchemaObject object : schema.objects()) {
      ObjectRef ref = object.ref();
      boolean partition = object instanceof Table table && !table.partitionOf().isEmpty();
      if (!PageNames.page(ref).isEmpty()) {
        String area = index.areas().of(ref);
        String group =
            partition
                ? "Partitions"
                : ref.kind() == ObjectKind.TABLE ? TABLES + area : capital(ref.kind().plural());
        groups
            .computeIfAbsent(group, name -> new ArrayList<>())
            .add(new TableView(ref.display(), index.href(path, ref), object.comment(), 0));
      }
    }
    List<Map<String, Object>> views = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          members.sort(Comparator.comparing(TableView::name));
          String id = PageNames.slug(name.replaceFirst("^" + TABLES, "area-"));
          views.add(Map.of("id", id, "name", name, "members", members));
        });
    List<Heading> headings =
        views.stream()
            .map(v -> new Heading((String) v.get("id"), (String) v.get("name"), 1))
            .toList();
    return kit.page(
        path,
        "a-z.ftlh",
        "Everything, A to Z",
        Kit.crumbs(path),
        headings,
        Map.of("groups", views));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
