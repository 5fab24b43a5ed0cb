package dev.annals.render.page;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table as the statements that would make it. */
final class Ddl {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private final Schema schema;
  private final Table table;

  private Ddl(Schema schema, Table table) {
    this.schema = schema;
    this.table = table;
  }

  static String of(Schema schema, Table table) {
    return new Ddl(schema, table).text();
  }

  /** A name as SQL writes it. */
  static String quoted(String name) {
    return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    String name = quoted(table.schema()) + "." + quoted(table.name());
    boolean unlogged = table.persistence().label().equals("unlogged");
    text.append("CREATE ").append(unlogged ? "UNLOGGED TABLE " : "TABLE ").append(name);
    if (!table.partitionOf().isEmpty()) {
      text.append(" PARTITION OF ").append(table.partitionOf()).append("\n  ");
      text.append(table.partitionBound());
    } else {
      text.append(" (\n  ").append(String.join(",\n  ", lines())).append("\n)");
    }
    if (!table.partitionKey().isEmpty()) {
      text.append(" PARTITION BY ").append(table.partitionKey());
    }
    text.append(";\n");
    for (Index index : schema.partsOf(table.schema(), table.name(), Index.class)) {
      text.append(index.definition()).append(";\n");
    }
    for (Trigger trigger : schema.partsOf(table.schema(), table.name(), Trigger.class)) {
      text.append(trigger.definition()).append(";\n");
    }
    if (table.rowSecurity()) {
      text.append("ALTER TABLE ").append(name).append(" ENABLE ROW LEVEL SECURITY;\n");
    }
    return text.toString();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Column column : schema.columns(table.schema(), table.name())) {
      lines.add(line(column));
    }
    for (Key key : schema.partsOf(table.schema(), table.name(), Key.class)) {
      lines.add("CONSTRAINT " + quoted(key.name()) + " " + key.definition());
    }
    for (Check check : schema.partsOf(table.schema(), table.name(), Check.class)) {
      lines.add(
          "CONSTRAINT "
              + quoted(check.name())
              + " CHECK ("
              + check.expression()
              + ")"
              + (check.validated() ? "" : " NOT VALID"));
    }
    for (Exclusion exclusion : schema.partsOf(table.schema(), table.name(), Exclusion.class)) {
      lines.add("CONSTRAINT " + quoted(exclusion.name()) + " " + exclusion.definition());
    }
    for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
      lines.add("CONSTRAINT " + quoted(key.name()) + " " + key.definition());
    }
    return lines;
  }

  private static String line(Column column) {
    StringBuilder line = new StringBuilder(quoted(column.name())).append(' ').append(column.type());
    if (!column.collation().isEmpty()) {
      line.append(" COLLATE ").append(column.collation());
    }
    if (!column.generated().isEmpty()) {
      int space = column.generated().indexOf(' ');
      line.append(" GENERATED ALWAYS AS ").append(column.generated().substring(space + 1));
      line.append(' ').append(column.generated(), 0, space);
    }
    if (!column.identity().isEmpty()) {
      line.append(" GENERATED ").append(column.identity()).append(" AS IDENTITY");
    }
    if (!column.defaultValue().isEmpty()) {
      line.append(" DEFAULT ").append(column.defaultValue());
    }
    return line.append(column.nullable() ? "" : " NOT NULL").toString();
  }
}
