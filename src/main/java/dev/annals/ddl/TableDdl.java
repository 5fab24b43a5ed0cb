package dev.annals.ddl;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as the statements that would make it. */
public final class TableDdl {

  private final Schema schema;
  private final Table table;

  /** The statements of a table in its schema. */
  public TableDdl(Schema schema, Table table) {
    this.schema = schema;
    this.table = table;
  }

  /** All that makes the table, to be read: constraints within it, all else below. */
  public static String of(Schema schema, Table table) {
    return new TableDdl(schema, table).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder(create(true)).append(";\n");
    for (Column column : schema.columns(table.schema(), table.name())) {
      ColumnSettings.of(column).forEach(sql -> text.append(sql).append(";\n"));
    }
    for (Index index : schema.partsOf(table.schema(), table.name(), Index.class)) {
      text.append(index.definition()).append(";\n");
    }
    for (SchemaObject part : schema.partsOf(table.schema(), table.name(), SchemaObject.class)) {
      if (part instanceof Trigger || part instanceof RewriteRule || part instanceof Statistics) {
        PartDdl.add(part).forEach(sql -> text.append(sql).append(";\n"));
      }
    }
    String alter = "ALTER TABLE " + Target.name(table);
    if (table.rowSecurity()) {
      text.append(alter).append(" ENABLE ROW LEVEL SECURITY;\n");
    }
    if (table.forceRowSecurity()) {
      text.append(alter).append(" FORCE ROW LEVEL SECURITY;\n");
    }
    for (Policy policy : schema.partsOf(table.schema(), table.name(), Policy.class)) {
      PartDdl.add(policy).forEach(sql -> text.append(sql).append(";\n"));
    }
    return text.toString();
  }

  /**
   * {@code CREATE TABLE}, without a semicolon.
   *
   * @param whole with foreign keys and conditions that old rows need not meet; otherwise {@link
   *     #later} gives them
   */
  public String create(boolean whole) {
    StringBuilder text = new StringBuilder("CREATE ");
    text.append(table.kind() == TableKind.FOREIGN ? "FOREIGN " : "");
    text.append(table.persistence() == Persistence.UNLOGGED ? "UNLOGGED TABLE " : "TABLE ");
    text.append(Target.name(table));
    if (table.partitionOf().isEmpty()) {
      text.append(" (\n  ").append(String.join(",\n  ", lines(whole))).append("\n)");
    } else {
      text.append(" PARTITION OF ").append(Names.relation(table.partitionOf())).append("\n  ");
      text.append(table.partitionBound());
    }
    if (!table.inherits().isEmpty()) {
      text.append("\nINHERITS (");
      text.append(table.inherits().stream().map(Names::relation).collect(Collectors.joining(", ")));
      text.append(")");
    }
    if (!table.partitionKey().isEmpty()) {
      text.append(" PARTITION BY ").append(table.partitionKey());
    }
    if (!table.accessMethod().isEmpty()) {
      text.append("\nUSING ").append(Names.name(table.accessMethod()));
    }
    if (!table.server().isEmpty()) {
      text.append("\nSERVER ").append(Names.name(table.server()));
      text.append(ForeignDdl.options(table.options()));
    } else if (!table.options().isEmpty()) {
      text.append("\nWITH (").append(options(table.options())).append(")");
    }
    if (!table.tablespace().isEmpty()) {
      text.append("\nTABLESPACE ").append(Names.name(table.tablespace()));
    }
    return text.toString();
  }

  /** Constraints that {@code create(false)} leaves out, foreign keys last. */
  public List<SchemaObject> later() {
    List<SchemaObject> later = new ArrayList<>();
    boolean partition = !table.partitionOf().isEmpty();
    if (partition) {
      later.addAll(schema.partsOf(table.schema(), table.name(), Key.class));
      later.addAll(schema.partsOf(table.schema(), table.name(), Exclusion.class));
    }
    schema.partsOf(table.schema(), table.name(), Check.class).stream()
        .filter(check -> partition || !check.validated())
        .forEach(later::add);
    later.addAll(schema.foreignKeys(table.schema(), table.name()));
    return later;
  }

  /** Storage parameters as a list of settings. */
  public static String options(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + Names.text(option.getValue()))
        .collect(Collectors.joining(", "));
  }

  private List<String> lines(boolean whole) {
    List<String> lines = new ArrayList<>();
    for (Column column : schema.columns(table.schema(), table.name())) {
      lines.add(column(column));
    }
    for (Key key : schema.partsOf(table.schema(), table.name(), Key.class)) {
      lines.add(PartDdl.constraint(key));
    }
    for (Check check : schema.partsOf(table.schema(), table.name(), Check.class)) {
      if (whole || check.validated()) {
        lines.add(PartDdl.constraint(check));
      }
    }
    for (Exclusion exclusion : schema.partsOf(table.schema(), table.name(), Exclusion.class)) {
      lines.add(PartDdl.constraint(exclusion));
    }
    if (whole) {
      for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
        lines.add(PartDdl.constraint(key));
      }
    }
    return lines;
  }

  /** A column as it stands within {@code CREATE TABLE}. */
  public static String column(Column column) {
    StringBuilder line = new StringBuilder(Names.name(column.name())).append(' ');
    line.append(column.type()).append(ForeignDdl.options(ForeignDdl.told(column)));
    if (!column.collation().isEmpty()) {
      line.append(" COLLATE ").append(column.collation());
    }
    if (!column.generated().isEmpty()) {
      int space = column.generated().indexOf(' ');
      line.append(" GENERATED ALWAYS AS ").append(column.generated().substring(space + 1));
      line.append(' ').append(column.generated(), 0, space);
    }
    if (!column.identity().isEmpty()) {
      line.append(' ').append(ColumnSettings.identity(column));
    }
    if (!column.defaultValue().isEmpty()) {
      line.append(" DEFAULT ").append(column.defaultValue());
    }
    return line.append(column.nullable() ? "" : " NOT NULL").toString();
  }
}
