package dev.annals.render.page;

import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Lifeline;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All tables in one list that is sorted by what heads a column; many tables stand on several. */
final class TablesPage {

  static final String PATH = "tables.html";

  private static final String TITLE = "Tables";

  /** So many stand on a page, and of what is said of each so many letters: below 300 kB. */
  private static final int MOST = 750;

  private static final int LETTERS = 140;

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;

  TablesPage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.schema = index.schema();
  }

  /** The page, and those on which the rest stands. */
  List<SiteFile> files() {
    List<TableRow> rows =
        index.tables().stream()
            .map(this::row)
            .sorted(Comparator.comparing(row -> row.table().text()))
            .toList();
    int each = kit.browsed() ? MOST : Math.max(1, rows.size());
    int pages = Math.max(1, (rows.size() + each - 1) / each);
    List<SiteFile> files = new ArrayList<>();
    List<String> ranges = new ArrayList<>();
    for (int first = 0; first < rows.size(); first += each) {
      TableRow end = rows.get(Math.min(rows.size(), first + each) - 1);
      ranges.add(LongList.range(rows.get(first).table().text(), end.table().text()));
    }
    for (int page = 0; page < pages; page++) {
      String path = path(page);
      int first = page * each;
      int last = Math.min(rows.size(), first + each);
      files.add(
          kit.page(
              path,
              "tables.ftlh",
              TITLE,
              page == 0 ? Kit.crumbs(path) : Kit.crumbs(path, TITLE, PATH),
              List.of(),
              Map.of(
                  "tables", rows.subList(first, last),
                  "all", rows.size(),
                  "first", first + 1,
                  "last", last,
                  "acts", PartLists.anyActs(schema),
                  "pages", LongList.links(path, page, ranges, TablesPage::path),
                  "previous", turn(path, page - 1, pages),
                  "next", turn(path, page + 1, pages))));
    }
    return files;
  }

  private static String path(int page) {
    return page == 0 ? PATH : "tables~" + (page + 1) + ".html";
  }

  private static List<Link> turn(String from, int page, int pages) {
    return page < 0 || page >= pages
        ? List.of()
        : List.of(new Link("Page " + (page + 1), PageNames.relative(from, path(page))));
  }

  /** Pages of the list lie in one folder, so an address is right on each of them. */
  private TableRow row(Table table) {
    ObjectRef ref = table.ref();
    String area = index.area(ref);
    ChangeViews changes = kit.changes(PATH);
    Lifeline life = index.lifeline(ref);
    List<Lifeline.Event> events = index.events(ref);
    int born = life == null ? -1 : life.born();
    int last = events.isEmpty() ? -1 : events.get(0).step();
    Outlines outlines = kit.outlines();
    return new TableRow(
        new Link(kit.listed(ref.display()), index.href(PATH, ref)),
        area.isEmpty()
            ? new Link("", "")
            : new Link(area, PageNames.relative(PATH, PageNames.area(area))),
        schema.columns(ref.schema(), ref.name()).size(),
        outlines.parents(ref),
        outlines.children(ref),
        schema.partsOf(ref.schema(), ref.name(), Index.class).size(),
        migration(changes, born),
        last == born ? new Link("", "") : migration(changes, last),
        brief(table.comment()));
  }

  private static Link migration(ChangeViews changes, int step) {
    return step < 0 ? new Link("", "") : changes.migration(step);
  }

  /** The beginning of a text, in one line. */
  static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LETTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LETTERS - 1)).stripTrailing() + "…";
  }
}
