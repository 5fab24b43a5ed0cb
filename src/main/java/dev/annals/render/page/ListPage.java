package dev.annals.render.page;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.LineView;
import dev.annals.render.page.Views.Link;
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

  /** As many stand on the page with what is said of them, which keeps it below 300 kB. */
  private static final int MOST = 1000;

  /** Of a group that stands on pages of its own, or of an area, so many are shown. */
  private static final int FIRST = 3;

  private static final String PATH = "a-z.html";
  private static final String TITLE = "Everything, A to Z";

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;

  ListPage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
  }

  /** The page; where there is too much for one, it tells where the rest is, beside it. */
  List<SiteFile> files() {
    String path = PATH;
    List<SiteFile> files = new ArrayList<>();
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
            .add(new TableView(kit.listed(ref.display()), index.href(path, ref), note(object), 0));
      }
    }
    List<Map<String, Object>> views = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          members.sort(Comparator.comparing(TableView::name));
          String id = PageNames.slug(name.replaceFirst("^" + TABLES, "area-"));
          views.add(
              Map.of(
                  "id", id, "name", name, "members", members, "count", members.size(), "more", ""));
        });
    boolean many = groups.values().stream().mapToInt(List::size).sum() > MOST && kit.browsed();
    if (many) {
      views.clear();
      shorten(groups, views, files);
    }
    List<Map<String, Object>> loading = new LoadingSection(kit, path).view();
    List<Heading> headings = new ArrayList<>();
    views.forEach(v -> headings.add(new Heading((String) v.get("id"), (String) v.get("name"), 1)));
    loading.forEach(v -> headings.add(new Heading("loading", "Order of loading", 1)));
    files.add(
        0,
        kit.page(
            path,
            "a-z.ftlh",
            TITLE,
            Kit.crumbs(path),
            many ? List.of() : headings,
            Map.of("groups", views, "loading", loading)));
    return files;
  }

  private String note(SchemaObject object) {
    return object instanceof Table && object.comment().isEmpty()
        ? kit.outlines().of(object.ref())
        : object.comment();
  }

  /** The beginning of each group; all tables, and all of each other sort, on pages of their own. */
  private void shorten(
      SortedMap<String, List<TableView>> groups,
      List<Map<String, Object>> views,
      List<SiteFile> files) {
    LongList rest = new LongList(kit, PATH, TITLE);
    List<TableView> tables = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          if (name.startsWith(TABLES)) {
            tables.addAll(members);
          } else {
            String id = PageNames.slug(name);
            views.add(shortened(id, name, members, list(rest, name, members, files)));
          }
        });
    tables.sort(Comparator.comparing(TableView::name));
    if (!tables.isEmpty()) {
      views.add(0, shortened("tables", "Tables", tables, list(rest, "Tables", tables, files)));
    }
    groups.forEach(
        (name, members) -> {
          if (name.startsWith(TABLES)) {
            String area = name.substring(TABLES.length());
            String id = PageNames.slug("area-" + area);
            String href = PageNames.relative(PATH, PageNames.area(area));
            views.add(shortened(id, name, List.of(), href, members.size()));
          }
        });
  }

  private static String list(
      LongList rest, String name, List<TableView> members, List<SiteFile> files) {
    files.addAll(
        rest.pagesOfNames(
            name, members.stream().map(m -> LineView.of(new Link(m.name(), m.href()))).toList()));
    return rest.href(name);
  }

  private static Map<String, Object> shortened(
      String id, String name, List<TableView> members, String more) {
    return shortened(
        id, name, members.subList(0, Math.min(FIRST, members.size())), more, members.size());
  }

  private static Map<String, Object> shortened(
      String id, String name, List<TableView> shown, String more, int count) {
    return Map.of("id", id, "name", name, "members", shown, "count", count, "more", more);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
