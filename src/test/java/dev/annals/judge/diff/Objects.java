package dev.annals.judge.diff;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import dev.annals.model.schema.View;
import java.util.List;
import java.util.TreeMap;

/** Schema objects for tests, with what the test does not care about filled in. */
public final class Objects {

  private Objects() {}

  /** A plain table. */
  public static Table table(String schema, String name) {
    return heir(schema, name);
  }

  /** A table that inherits from others. */
  static Table heir(String schema, String name, String... parents) {
    return new Table(
        schema,
        name,
        TableKind.ORDINARY,
        Persistence.PERMANENT,
        "",
        "",
        "",
        List.of(parents),
        new TreeMap<>(),
        "",
        "",
        false,
        false,
        "",
        "app",
        "");
  }

  /** A nullable column. */
  public static Column column(String table, String name, int position, String type) {
    return new Column("public", table, name, position, type, true, "", "", "", "", "", "");
  }

  /** A nullable column whose values are kept in a way of its own. */
  static Column kept(String table, String name, String type, String storage) {
    return new Column("public", table, name, 1, type, true, "", "", "", "", storage, "");
  }

  /** A primary key. */
  public static Key primaryKey(String table, String... columns) {
    return new Key(
        "public", table, table + "_pkey", true, List.of(columns), List.of(), false, "", "", "");
  }

  /** A foreign key. */
  public static ForeignKey foreignKey(String table, String name, String column, String target) {
    return new ForeignKey(
        "public",
        table,
        name,
        List.of(column),
        "public",
        target,
        List.of("id"),
        "NO ACTION",
        "NO ACTION",
        "SIMPLE",
        "",
        true,
        true,
        "FOREIGN KEY (" + column + ") REFERENCES " + target + "(id)",
        "");
  }

  /** A check constraint. */
  public static Check check(String table, String name, String expression, String... columns) {
    return new Check("public", table, name, List.of(columns), expression, true, true, false, "");
  }

  /** A btree index. */
  public static Index index(String table, String name, String predicate, String... keys) {
    return new Index(
        "public",
        table,
        name,
        "btree",
        false,
        List.of(keys),
        List.of(),
        predicate,
        false,
        true,
        new TreeMap<>(),
        "",
        "CREATE INDEX " + name,
        "");
  }

  /** A plain view. */
  public static View view(String name, String definition) {
    return new View(
        "public", name, false, definition, new TreeMap<>(), true, true, List.of(), "app", "");
  }

  /** An enumerated type. */
  public static EnumType enumType(String name) {
    return new EnumType("public", name, "");
  }

  /** One of its labels. */
  public static EnumValue enumValue(String type, String name, int position) {
    return new EnumValue("public", type, name, position);
  }

  /** A grant on a table, or on a column as in {@code t.c}. */
  public static Grant grant(String object, String grantee) {
    return new Grant(
        "public",
        object.contains(".") ? ObjectKind.COLUMN : ObjectKind.TABLE,
        object,
        grantee,
        List.of("SELECT"));
  }

  /** A sequence that a column owns. */
  public static Sequence sequence(String name, String ownedBy) {
    return new Sequence("public", name, "bigint", "1", "1", "9", "1", false, "1", ownedBy, "");
  }
}
