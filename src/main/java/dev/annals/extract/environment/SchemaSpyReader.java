package dev.annals.extract.environment;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.TableKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.schemaspy.input.dbms.ProcessingConfig;
import org.schemaspy.input.dbms.config.SimplePropertiesResolver;
import org.schemaspy.input.dbms.service.DatabaseServiceFactory;
import org.schemaspy.input.dbms.service.SqlService;
import org.schemaspy.model.Database;
import org.schemaspy.model.ForeignKeyConstraint;
import org.schemaspy.model.Table;
import org.schemaspy.model.TableColumn;
import org.schemaspy.model.Tracked;

/**
 * Reads a live database of any product that SchemaSpy knows, with SchemaSpy's own queries. What it
 * tells is coarser than a catalogue reader of ours: tables, columns, keys and views.
 */
final class SchemaSpyReader {

  /** JDBC address prefix to the name under which SchemaSpy keeps its queries. */
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("jdbc:postgresql:", "pgsql11"),
              Map.entry("jdbc:mysql:", "mysql"),
              // "mariadb" alone finds a file of the driver's own
              Map.entry("jdbc:mariadb:", "org/schemaspy/types/mariadb"),
              Map.entry("jdbc:h2:", "h2-2"),
              Map.entry("jdbc:hsqldb:", "hsqldb"),
              Map.entry("jdbc:sqlite:", "sqlite-xerial"),
              Map.entry("jdbc:oracle:", "orathin"),
              Map.entry("jdbc:sqlserver:", "mssql17"),
              Map.entry("jdbc:db2:", "db2"),
              Map.entry("jdbc:derby:", "derby"),
              Map.entry("jdbc:firebirdsql:", "firebird"),
              Map.entry("jdbc:snowflake:", "snowflake"),
              Map.entry("jdbc:redshift:", "redshift")));

  private SchemaSpyReader() {}

  /** True where SchemaSpy knows the product behind an address. */
  static boolean knows(String url) {
    return TYPES.keySet().stream().anyMatch(url.toLowerCase(Locale.ROOT)::startsWith);
  }

  /**
   * The structure of the connection's current schema.
   *
   * @throws IOException if SchemaSpy has no queries for the product
   */
  static Schema read(Connection connection, String url) throws SQLException, IOException {
    String type =
        TYPES.entrySet().stream()
            .filter(entry -> url.toLowerCase(Locale.ROOT).startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new IOException("SchemaSpy does not know this product"));
    Properties properties = new SimplePropertiesResolver().getDbProperties(type);
    SqlService sql = new SqlService();
    sql.connect(connection);
    String catalog = orEmpty(connection.getCatalog());
    String schema = orEmpty(connection.getSchema());
    Database database =
        new Database(sql.getDbmsMeta(), catalog, catalog, schema.isEmpty() ? catalog : schema);
    new DatabaseServiceFactory(sql)
        .forSingleSchema(new Everything(type, properties))
        .gatherSchemaDetails(database, null, new Tracked());
    return translate(database, schema.isEmpty() ? catalog : schema);
  }

  private static Schema translate(Database database, String schema) {
    List<SchemaObject> objects = new ArrayList<>();
    for (Table table : database.getTables()) {
      objects.add(table(schema, table));
      addColumns(schema, table, objects);
      addPrimaryKey(schema, table, objects);
      for (ForeignKeyConstraint key : table.getForeignKeys()) {
        objects.add(foreignKey(schema, table, key));
      }
    }
    for (Table view : (Collection<? extends Table>) database.getViews()) {
      objects.add(view(schema, view));
      addColumns(schema, view, objects);
    }
    return Schema.of(objects);
  }

  private static SchemaObject table(String schema, Table table) {
    return new dev.annals.model.schema.Table(
        schema,
        table.getName(),
        TableKind.ORDINARY,
        Persistence.PERMANENT,
        "",
        "",
        "",
        List.of(),
        new TreeMap<>(),
        "",
        "",
        false,
        false,
        "",
        "",
        orEmpty(table.getComments()));
  }

  private static SchemaObject view(String schema, Table view) {
    return new dev.annals.model.schema.View(
        schema,
        view.getName(),
        false,
        orEmpty(view.getViewDefinition()),
        new TreeMap<>(),
        false,
        true,
        List.of(),
        "",
        orEmpty(view.getComments()));
  }

  private static void addColumns(String schema, Table table, List<SchemaObject> objects) {
    int position = 0;
    for (TableColumn column : table.getColumns()) {
      objects.add(
          new Column(
              schema,
              table.getName(),
              column.getName(),
              ++position,
              type(column),
              column.isNullable(),
              column.getDefaultValue() == null ? "" : column.getDefaultValue().toString(),
              column.isAutoUpdated() ? "BY DEFAULT" : "",
              "",
              "",
              "",
              orEmpty(column.getComments())));
    }
  }

  private static String type(TableColumn column) {
    String size = orEmpty(column.getDetailedSize());
    String name = orEmpty(column.getTypeName());
    return size.isEmpty() || size.length() > 9 || name.contains("(")
        ? name
        : name + "(" + size + ")";
  }

  private static void addPrimaryKey(String schema, Table table, List<SchemaObject> objects) {
    List<String> columns = table.getPrimaryColumns().stream().map(TableColumn::getName).toList();
    if (!columns.isEmpty()) {
      objects.add(
          new Key(
              schema,
              table.getName(),
              table.getName() + "_pkey",
              true,
              columns,
              List.of(),
              false,
              "",
              "",
              ""));
    }
  }

  private static SchemaObject foreignKey(String schema, Table table, ForeignKeyConstraint key) {
    return new dev.annals.model.schema.ForeignKey(
        schema,
        table.getName(),
        key.getName(),
        key.getChildColumns().stream().map(TableColumn::getName).toList(),
        schema,
        key.getParentTable().getName(),
        key.getParentColumns().stream().map(TableColumn::getName).toList(),
        "",
        key.getDeleteRuleName(),
        "",
        "",
        true,
        true,
        "",
        "");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Takes everything but row counts, which would scan tables. */
  private record Everything(String type, Properties properties) implements ProcessingConfig {

    private static final Pattern NONE = Pattern.compile("(?!)");

    @Override
    public String getDatabaseType() {
      return type;
    }

    @Override
    public Properties getDatabaseTypeProperties() {
      return properties;
    }

    @Override
    public boolean isExportedKeysEnabled() {
      return true;
    }

    @Override
    public boolean isNumRowsEnabled() {
      return false;
    }

    @Override
    public boolean isViewsEnabled() {
      return true;
    }

    @Override
    public Pattern getColumnExclusions() {
      return NONE;
    }

    @Override
    public Pattern getIndirectColumnExclusions() {
      return NONE;
    }

    @Override
    public Pattern getTableInclusions() {
      return Pattern.compile(".*");
    }

    @Override
    public Pattern getTableExclusions() {
      return Pattern.compile("(?i)flyway_schema_history|.*\\$.*");
    }

    @Override
    public int getMaxDbThreads() {
      return 1;
    }
  }
}
