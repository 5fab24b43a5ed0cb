package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.Map;

/**
 * All columns of tables and views, and all constraints and indexes, each in a list that is found in
 * by typing: too long to be written down, so the browser makes it of what {@link HistoryData}
 * tells.
 */
final class PartLists {

  static final String COLUMNS = "columns.html";

  static final String CONSTRAINTS = "constraints.html";

  private final Kit kit;

  PartLists(Kit kit) {
    this.kit = kit;
  }

  SiteFile columns() {
    return page(COLUMNS, "Columns", "columns");
  }

  SiteFile constraints() {
    return page(CONSTRAINTS, "Constraints and indexes", "constraints");
  }

  private SiteFile page(String path, String title, String list) {
    return kit.page(
        path,
        "list.ftlh",
        title,
        Kit.crumbs(path, "Tables", TablesPage.PATH),
        List.of(),
        Map.of("list", list));
  }
}
