package dev.annals.judge.witness;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes rows that a table should take: only what it demands, and what they refer to. */
final class Rows {

  /** Nobody refers further than this. */
  private static final int DEPTH = 6;

  private final Schema schema;
  private final Samples samples;
  private final Distinct distinct;
  private final Map<String, Table> partitioned = new HashMap<>();
  private final Map<String, List<Table>> partitions = new HashMap<>();
  private final Map<ObjectRef, List<String>> conditions = new HashMap<>();
  private final Map<ObjectRef, List<String>> likely = new HashMap<>();
  private final Map<ObjectRef, List<ForeignKey>> foreignKeys = new HashMap<>();
  private final Map<ObjectRef, List<Column>> columns = new HashMap<>();
  private final Map<ObjectRef, Boolean> demanded = new HashMap<>();
  private final Map<ObjectRef, Boolean> arbiters = new HashMap<>();

  Rows(Schema schema) {
    this.schema = schema;
    this.samples = new Samples(schema);
    this.distinct = new Distinct(schema);
    schema
        .all(Table.class)
        .forEach(
            table -> {
              if (!table.partitionKey().isEmpty()) {
                partitioned.put(table.ref().qualified(), table);
              }
              if (!table.partitionOf().isEmpty()) {
                partitions
                    .computeIfAbsent(table.partitionOf(), parent -> new ArrayList<>())
                    .add(table);
              }
            });
  }

  Schema schema() {
    return schema;
  }

  Samples samples() {
    return samples;
  }

  /**
   * A row.
   *
   * @param setup the rows that it refers to
   * @param sql its insert
   */
  record Row(List<String> setup, String sql) {}

  /** Values for a column of a table, those that its conditions speak of first. */
  List<String> values(Column column) {
    return samples.of(column.type(), conditions(column));
  }

  private List<String> conditions(Column column) {
    List<String> known = conditions.get(column.ref());
    if (known == null) {
      known = conditions(column, 0);
      conditions.put(column.ref(), known);
    }
    return known;
  }

  /** What is said of a column's values: by checks, by bounds, and by those of what it refers to. */
  private List<String> conditions(Column column, int depth) {
    List<String> all = new ArrayList<>();
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    for (ObjectRef each : withParent(table)) {
      for (Check check : schema.partsOf(each.schema(), each.name(), Check.class)) {
        if (check.columns().contains(column.name())) {
          all.add(check.expression());
        }
      }
    }
    all.addAll(bounds(column));
    for (ForeignKey key : foreignKeys(table)) {
      int place = key.columns().indexOf(column.name());
      if (place >= 0 && depth < DEPTH) {
        schema
            .column(key.targetSchema(), key.targetTable(), key.targetColumns().get(place))
            .filter(target -> !target.relation().equals(column.relation()))
            .ifPresent(target -> all.addAll(conditions(target, depth + 1)));
      }
    }
    return all;
  }

  /** A partition has its parent's constraints. */
  private List<ObjectRef> withParent(ObjectRef table) {
    return Stream.concat(
            Stream.of(table),
            schema.table(table.schema(), table.name()).stream()
                .flatMap(partition -> parent(partition).stream()))
        .toList();
  }

  /** The table that a partition is a part of. */
  Optional<ObjectRef> parent(Table partition) {
    return Optional.ofNullable(partitioned.get(partition.partitionOf())).map(Table::ref);
  }

  private List<ForeignKey> foreignKeys(ObjectRef table) {
    return foreignKeys.computeIfAbsent(
        table,
        key ->
            withParent(table).stream()
                .flatMap(each -> schema.foreignKeys(each.schema(), each.name()).stream())
                .toList());
  }

  /** The bounds of a partition, or of a table's first partitions, that speak of a column. */
  private List<String> bounds(Column column) {
    String name = Dotted.of(column.schema(), column.relation());
    return Stream.concat(
            schema.table(column.schema(), column.relation()).stream(),
            partitions.getOrDefault(name, List.of()).stream())
        .filter(table -> !table.partitionBound().isEmpty())
        .filter(table -> keyOf(table).contains(column.name()))
        .map(table -> table.partitionBound().replaceFirst(" TO \\(.*", ""))
        .limit(3)
        .toList();
  }

  /** What the parent of a partition is divided by. */
  private String keyOf(Table partition) {
    Table parent = partitioned.get(partition.partitionOf());
    return parent == null ? "" : parent.partitionKey();
  }

  /**
   * A row of a table.
   *
   * @param fixed values that it has to have, by column
   * @param variant which of several rows, from 0
   * @param dangling names of foreign keys by which it refers to nothing
   * @param later what is asked for later; what it refers to has that, too
   */
  Row row(
      ObjectRef table, Map<String, String> fixed, int variant, Set<String> dangling, Later later) {
    Making making = new Making(variant, later, new LinkedHashSet<>());
    String sql = insert(table, fixed, dangling, making, 0);
    return new Row(List.copyOf(making.setup()), sql);
  }

  /** What is the same for a row and all that it refers to. */
  private record Making(int variant, Later later, Set<String> setup) {}

  private String insert(
      ObjectRef table, Map<String, String> fixed, Set<String> dangling, Making making, int depth) {
    int variant = making.variant();
    Map<String, String> demanded = depth > 0 ? making.later().values(table) : Map.of();
    Map<String, String> values = new LinkedHashMap<>();
    boolean overriding = false;
    Map<String, String> known = depth > 0 ? fixed : Map.of();
    for (Column column : columns(table)) {
      if (fixed.containsKey(column.name())) {
        values.put(column.name(), fixed.get(column.name()));
        overriding |= column.identity().equals("ALWAYS");
      } else if (isKnownByNumber(column) && distinct.value(column, known).isPresent()) {
        values.put(column.name(), distinct.value(column, known).get());
        overriding |= column.identity().equals("ALWAYS");
      } else if (demanded(column)) {
        boolean any = conditions(column).isEmpty();
        values.put(
            column.name(),
            distinct.value(column, known).filter(own -> any).orElse(value(column, variant)));
      } else if (demanded.containsKey(column.name())) {
        values.put(column.name(), value(column, variant));
      } else if (refersByDefault(column)) {
        values.put(column.name(), column.nullable() ? "null" : value(column, variant));
      }
    }
    if (depth < DEPTH) {
      referTo(table, values, dangling, making, depth);
    }
    return text(table, values, overriding);
  }

  /** The columns of a table as it was. */
  List<Column> columns(ObjectRef table) {
    return columns.computeIfAbsent(table, key -> schema.columns(table.schema(), table.name()));
  }

  private boolean demanded(Column column) {
    return demanded.computeIfAbsent(column.ref(), key -> isDemanded(column));
  }

  private boolean isDemanded(Column column) {
    if (!column.generated().isEmpty() || !column.identity().isEmpty()) {
      return false;
    }
    boolean conditioned =
        schema.partsOf(column.schema(), column.relation(), Check.class).stream()
            .map(Check::expression)
            .anyMatch(text -> text.contains(Sql.name(column.name()) + " IS NOT NULL"));
    return (column.defaultValue().isEmpty() && (!takesNull(column) || conditioned))
        || !bounds(column).isEmpty();
  }

  /** What a default refers to need not be there. */
  private boolean refersByDefault(Column column) {
    return !column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && !isKnownByNumber(column)
        && foreignKeys(ObjectRef.table(column.schema(), column.relation())).stream()
            .anyMatch(key -> key.columns().contains(column.name()));
  }

  /** A number that the server would give, beginning with those that rows here have been given. */
  private static boolean isKnownByNumber(Column column) {
    return !column.identity().isEmpty() || column.defaultValue().startsWith("nextval(");
  }

  private String value(Column column, int variant) {
    List<String> known =
        likely.computeIfAbsent(
            column.ref(), key -> samples.likely(column.type(), conditions(column)));
    return rare(column, variant).orElse(known.get(variant % known.size()));
  }

  /**
   * For other rows than the first two a value of a key that no row has; empty where any will do.
   */
  Optional<String> rare(Column column, int variant) {
    return variant < 2 || !conditions(column).isEmpty()
        ? Optional.empty()
        : distinct.rare(column, variant);
  }

  private boolean takesNull(Column column) {
    return column.nullable() && !samples.isNotNullDomain(column.type());
  }

  private void referTo(
      ObjectRef table, Map<String, String> values, Set<String> dangling, Making making, int depth) {
    List<ForeignKey> keys = new ArrayList<>(foreignKeys(table));
    keys.addAll(making.later().references(table));
    for (ForeignKey key : keys) {
      boolean given =
          key.columns().stream()
              .allMatch(c -> values.containsKey(c) && !values.get(c).equals("null"));
      if (!given || dangling.contains(key.name())) {
        continue;
      }
      Map<String, String> target = new LinkedHashMap<>();
      for (int i = 0; i < key.columns().size(); i++) {
        target.put(key.targetColumns().get(i), values.get(key.columns().get(i)));
      }
      ObjectRef to = ObjectRef.table(key.targetSchema(), key.targetTable());
      if (!to.equals(table)) {
        String insert = insert(to, target, Set.of(), making, depth + 1);
        making.setup().add(insert + (arbitrates(to) ? " ON CONFLICT DO NOTHING" : ""));
      }
    }
  }

  /** Keys that are checked late cannot say that a row is there already. */
  private boolean arbitrates(ObjectRef table) {
    return arbiters.computeIfAbsent(
        table,
        ref ->
            schema.partsOf(table.schema(), table.name(), Key.class).stream()
                .allMatch(key -> key.deferrable().isEmpty()));
  }

  private static String text(ObjectRef table, Map<String, String> values, boolean overriding) {
    if (values.isEmpty()) {
      return "INSERT INTO " + Sql.name(table) + " DEFAULT VALUES";
    }
    return "INSERT INTO "
        + Sql.name(table)
        + " ("
        + String.join(", ", values.keySet().stream().map(Sql::name).toList())
        + ")"
        + (overriding ? " OVERRIDING SYSTEM VALUE" : "")
        + " VALUES ("
        + String.join(", ", values.values())
        + ")";
  }
}
