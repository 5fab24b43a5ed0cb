package dev.annals.judge.design;

import dev.annals.ddl.Names;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A schema with the questions that design rules ask of it. Partitions go with their parent. */
public final class Blueprint {

  private final Schema schema;
  private final List<Table> tables;
  private final Map<String, String> domains = new HashMap<>();
  private final Map<ObjectRef, List<ForeignKey>> incoming = new HashMap<>();

  /** Prepares to answer about a schema. */
  public Blueprint(Schema schema) {
    this.schema = schema;
    this.tables =
        schema
            .all(Table.class)
            .filter(table -> table.kind() != TableKind.FOREIGN && !table.isPartition())
            .toList();
    schema
        .all(Domain.class)
        .forEach(
            domain -> {
              domains.put(Names.name(domain.schema(), domain.name()), domain.baseType());
              domains.putIfAbsent(Names.name(domain.name()), domain.baseType());
            });
    for (Table table : tables) {
      for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
        incoming.computeIfAbsent(Wording.target(key), ref -> new ArrayList<>()).add(key);
      }
    }
  }

  Schema schema() {
    return schema;
  }

  /** Tables that hold rows of their own right: no partitions, no foreign tables. */
  Stream<Table> tables() {
    return tables.stream();
  }

  List<Column> columns(Table table) {
    return schema.columns(table.schema(), table.name());
  }

  /** The columns of all tables. */
  Stream<Column> columns() {
    return tables().flatMap(table -> columns(table).stream());
  }

  Optional<Column> column(Table table, String name) {
    return schema.column(table.schema(), table.name(), name);
  }

  /** The table of a column, key or index. */
  Optional<Table> table(ObjectRef part) {
    return schema.table(part.schema(), part.owner());
  }

  /** The type of a column's values; for a domain the type underneath. */
  String type(Column column) {
    String type = column.type();
    for (int i = 0; i < 8 && domains.containsKey(type); i++) {
      type = domains.get(type);
    }
    return type;
  }

  /** True where a column's type is a domain or an enum: somebody has thought about its values. */
  boolean hasOwnType(Column column) {
    return domains.containsKey(column.type())
        || schema
            .all(EnumType.class)
            .anyMatch(
                type ->
                    column.type().equals(Names.name(type.name()))
                        || column.type().equals(Names.name(type.schema(), type.name())));
  }

  /** The primary key, unique constraints and indexes of a table. */
  List<Access> accesses(Table table) {
    List<Access> all = new ArrayList<>();
    keys(table).forEach(key -> all.add(Access.of(key)));
    schema
        .partsOf(table.schema(), table.name(), Index.class)
        .forEach(index -> all.add(Access.of(index)));
    return all;
  }

  List<Key> keys(Table table) {
    return schema.partsOf(table.schema(), table.name(), Key.class);
  }

  Optional<Key> primaryKey(Table table) {
    return schema.primaryKey(table.schema(), table.name());
  }

  List<ForeignKey> foreignKeys(Table table) {
    return schema.foreignKeys(table.schema(), table.name());
  }

  /** The foreign keys of all tables. */
  Stream<ForeignKey> foreignKeys() {
    return tables().flatMap(table -> foreignKeys(table).stream());
  }

  /** The foreign keys that point to a table. */
  List<ForeignKey> incoming(Table table) {
    return incoming.getOrDefault(table.ref(), List.of());
  }

  /** The check constraints that read a column. */
  List<Check> checks(Column column) {
    return schema.partsOf(column.schema(), column.relation(), Check.class).stream()
        .filter(check -> check.columns().contains(column.name()))
        .toList();
  }

  boolean inForeignKey(Column column) {
    return schema.foreignKeys(column.schema(), column.relation()).stream()
        .anyMatch(key -> key.columns().contains(column.name()));
  }

  boolean inPrimaryKey(Column column) {
    return schema
        .primaryKey(column.schema(), column.relation())
        .filter(key -> key.columns().contains(column.name()))
        .isPresent();
  }

  List<Trigger> triggers(Table table) {
    return schema.partsOf(table.schema(), table.name(), Trigger.class);
  }

  /** What a trigger calls; nothing where it comes from an extension. */
  Optional<Routine> routine(Trigger trigger) {
    return schema
        .all(Routine.class)
        .filter(routine -> routine.ref().qualified().equals(trigger.function()))
        .findFirst();
  }

  /** True for a table that does little more than join others. */
  boolean joins(Table table) {
    return foreignKeys(table).size() > 1
        && primaryKey(table)
            .filter(
                key ->
                    key.columns().stream()
                        .allMatch(
                            name -> column(table, name).filter(this::inForeignKey).isPresent()))
            .isPresent();
  }

  /**
   * True for a short list of codes: few columns, no foreign keys, a text or small number as key.
   */
  boolean isList(Table table) {
    return foreignKeys(table).isEmpty()
        && columns(table).size() <= 5
        && primaryKey(table)
            .filter(key -> key.columns().size() == 1)
            .flatMap(key -> column(table, key.columns().get(0)))
            .filter(column -> column.identity().isEmpty() && column.defaultValue().isEmpty())
            .filter(column -> Types.isText(type(column)) || type(column).equals("smallint"))
            .isPresent();
  }
}
