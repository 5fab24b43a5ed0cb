package dev.annals.render.page;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All columns of tables and views, for spreadsheets: comma-separated as in RFC 4180, UTF-8 with a
 * mark that spreadsheets want. A text that a spreadsheet would take for a formula is led by an
 * apostrophe.
 */
final class ColumnsCsv {

  static final String PATH = "columns.csv";

  private static final List<String> HEAD =
      List.of(
          "schema",
          "relation",
          "kind",
          "column",
          "type",
          "null",
          "default",
          "key",
          "refers to",
          "comment");

  private final Schema schema;

  ColumnsCsv(SiteIndex index) {
    this.schema = index.schema();
  }

  SiteFile file() {
    StringBuilder out = new StringBuilder("\uFEFF");
    line(out, HEAD);
    for (SchemaObject object : schema.objects()) {
      if (object instanceof View || (object instanceof Table t && t.partitionOf().isEmpty())) {
        relation(out, object.ref());
      }
    }
    return SiteFile.text(PATH, out.toString());
  }

  private void relation(StringBuilder out, ObjectRef ref) {
    List<Key> keys = schema.partsOf(ref.schema(), ref.name(), Key.class);
    List<ForeignKey> foreign = schema.foreignKeys(ref.schema(), ref.name());
    for (Column column : schema.columns(ref.schema(), ref.name())) {
      line(
          out,
          List.of(
              ref.schema(),
              ref.name(),
              ref.kind().label(),
              column.name(),
              column.type(),
              ref.kind() != ObjectKind.TABLE ? "" : column.nullable() ? "yes" : "no",
              HistoryData.standard(column),
              keys(column.name(), keys, foreign),
              targets(column.name(), foreign),
              column.comment()));
    }
  }

  private static String keys(String column, List<Key> keys, List<ForeignKey> foreign) {
    TreeSet<String> found =
        keys.stream()
            .filter(key -> key.columns().contains(column))
            .map(key -> key.primary() ? "primary" : "unique")
            .collect(Collectors.toCollection(TreeSet::new));
    if (foreign.stream().anyMatch(key -> key.columns().contains(column))) {
      found.add("foreign");
    }
    return String.join(", ", found);
  }

  private static String targets(String column, List<ForeignKey> foreign) {
    StringJoiner targets = new StringJoiner(", ");
    for (ForeignKey key : foreign) {
      int at = key.columns().indexOf(column);
      if (at >= 0) {
        targets.add(
            new ObjectRef(
                    ObjectKind.COLUMN,
                    key.targetSchema(),
                    key.targetTable(),
                    key.targetColumns().get(at))
                .display());
      }
    }
    return targets.toString();
  }

  static void line(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(ColumnsCsv::cell).collect(Collectors.joining(",")));
    out.append("\r\n");
  }

  /** A cell, quoted where it has to be, and never a formula. */
  static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
