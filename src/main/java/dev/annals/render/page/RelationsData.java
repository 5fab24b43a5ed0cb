package dev.annals.render.page;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which table refers to which, from which the browser draws what is two steps away from a table:
 * {@code [[name, page, [[number of the table it refers to, columns, kind], …]], …]}. The kind of a
 * key is the sum of 1 where it may be null and 2 where at most one row refers to one. The page is
 * empty where it is {@code tables/public.NAME.html}.
 */
final class RelationsData {

  static final String PATH = "assets/relations-data.js";

  private final Schema schema;
  private final List<Table> tables;

  RelationsData(SiteIndex index) {
    this.schema = index.schema();
    this.tables = index.tables();
  }

  SiteFile file() {
    Map<ObjectRef, Integer> numbers = new HashMap<>();
    tables.forEach(table -> numbers.put(table.ref(), numbers.size()));
    List<String> lines = new ArrayList<>();
    for (Table table : tables) {
      ObjectRef ref = table.ref();
      List<String> keys = new ArrayList<>();
      for (ForeignKey key : schema.foreignKeys(ref.schema(), ref.name())) {
        Integer target = numbers.get(ObjectRef.table(key.targetSchema(), key.targetTable()));
        if (target != null) {
          keys.add(
              "[%d,%s,%d]"
                  .formatted(target, Json.text(String.join(", ", key.columns())), kind(key)));
        }
      }
      String page = PageNames.page(ref);
      boolean usual = page.equals("tables/public." + ref.display() + ".html");
      lines.add(
          Json.list(
              List.of(Json.text(ref.display()), Json.text(usual ? "" : page), Json.list(keys))));
    }
    return Json.script(PATH, "annalsRelations", lines);
  }

  private int kind(ForeignKey key) {
    boolean optional =
        key.columns().stream()
            .anyMatch(
                name ->
                    schema
                        .column(key.schema(), key.table(), name)
                        .map(Column::nullable)
                        .orElse(false));
    Set<String> columns = Set.copyOf(key.columns());
    boolean one =
        schema.partsOf(key.schema(), key.table(), Key.class).stream()
            .anyMatch(k -> Set.copyOf(k.columns()).equals(columns));
    return (optional ? 1 : 0) + (one ? 2 : 0);
  }
}
