package dev.annals.render.page;

import dev.annals.model.schema.Policy;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Trigger;
import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All columns of tables and views, all constraints and indexes, and all triggers and policies, each
 * in a list that is found in by typing: too long to be written down, so the browser makes it of
 * what {@link HistoryData} tells.
 */
final class PartLists {

  static final String COLUMNS = "columns.html";

  static final String CONSTRAINTS = "constraints.html";

  static final String TRIGGERS = "triggers.html";

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

  SiteFile triggers() {
    return page(TRIGGERS, "Triggers and policies", "triggers");
  }

  /** Whether there is anything that a list of triggers and policies would have. */
  static boolean anyActs(Schema schema) {
    return Stream.of(Trigger.class, Policy.class, RewriteRule.class)
        .anyMatch(kind -> schema.all(kind).findAny().isPresent());
  }

  private SiteFile page(String path, String title, String list) {
    return kit.page(
        path,
        "list.ftlh",
        title,
        Kit.crumbs(path, "Tables", TablesPage.PATH),
        List.of(),
        Map.of("list", list, "acts", anyActs(kit.index().schema())));
  }
}
