package dev.annals.judge.reverse;

import dev.annals.ddl.Names;
import dev.annals.ddl.Target;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Settings of a table that {@code CREATE TABLE} does not carry. */
final class TableSettings {

  private static final String INDEX = "index ";

  private TableSettings() {}

  /** The statements that set a new table so. */
  static List<String> of(Table table) {
    List<String> statements = new ArrayList<>();
    if (table.rowSecurity()) {
      statements.add(rowSecurity(table));
    }
    if (table.forceRowSecurity()) {
      statements.add(forced(table));
    }
    if (!table.replicaIdentity().isEmpty()) {
      statements.add(identity(table));
    }
    return statements;
  }

  /** {@code ALTER TABLE} with what is to be done. */
  static String alter(Table table, String what) {
    return "ALTER " + Target.of(table) + " " + what;
  }

  /** The statement that sets one of these back; empty for another property. */
  static String back(Table before, Property property) {
    return switch (property) {
      case ROW_SECURITY -> rowSecurity(before);
      case FORCE_ROW_SECURITY -> forced(before);
      case REPLICA_IDENTITY -> identity(before);
      case PERSISTENCE ->
          alter(
              before,
              "SET " + (before.persistence().label().equals("unlogged") ? "UNLOGGED" : "LOGGED"));
      case TABLESPACE ->
          alter(
              before,
              "SET TABLESPACE "
                  + (before.tablespace().isEmpty()
                      ? "pg_default"
                      : Names.name(before.tablespace())));
      case ACCESS_METHOD ->
          alter(
              before,
              "SET ACCESS METHOD "
                  + (before.accessMethod().isEmpty() ? "heap" : Names.name(before.accessMethod())));
      default -> "";
    };
  }

  private static String rowSecurity(Table table) {
    return alter(table, (table.rowSecurity() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
  }

  private static String forced(Table table) {
    return alter(table, (table.forceRowSecurity() ? "" : "NO ") + "FORCE ROW LEVEL SECURITY");
  }

  private static String identity(Table table) {
    String identity = table.replicaIdentity();
    String what =
        identity.isEmpty()
            ? "DEFAULT"
            : identity.startsWith(INDEX)
                ? "USING INDEX " + Names.name(identity.substring(INDEX.length()))
                : identity.toUpperCase(java.util.Locale.ROOT);
    return alter(table, "REPLICA IDENTITY " + what);
  }
}
