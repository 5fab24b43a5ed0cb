package dev.annals.judge.diff;

import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A small database that changes at random, as PostgreSQL would: texts follow renames, a type change
 * gives indexes new identities. It knows which object is which, beside what a server would tell.
 */
final class World {

  /** Something with a name, the identity that a server gives it, and the one that it really has. */
  static final class Thing {
    private final long truth;
    private long served;
    private String name;
    private String detail;
    private final List<Thing> parts = new ArrayList<>();
    private final List<Thing> indexes = new ArrayList<>();

    private Thing(long number, String name, String detail) {
      this.truth = number;
      this.served = number;
      this.name = name;
      this.detail = detail;
    }
  }

  private final Random random;
  private final List<Thing> tables = new ArrayList<>();
  private final List<Thing> enums = new ArrayList<>();
  private final List<Thing> views = new ArrayList<>();
  private long next = 1;

  World(long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      addTable();
      addEnum();
    }
  }

  /** What a server would tell. */
  Snapshot served() {
    return snapshot(false);
  }

  /** The same schema with the identities that hold for ever. */
  Snapshot truth() {
    return snapshot(true);
  }

  /** Does a few things at random. */
  void change(int times) {
    for (int i = 0; i < times; i++) {
      changeOnce();
    }
  }

  /** Renames a table or a column; the name before it and the one after it are never used again. */
  void rename() {
    Thing table = any(tables);
    Thing renamed = random.nextBoolean() ? table : any(table.parts);
    renamed.name = fresh(renamed == table ? "t" : "c");
  }

  private void changeOnce() {
    switch (random.nextInt(13)) {
      case 0 -> addTable();
      case 1 -> dropTable();
      case 2, 3 -> rename();
      case 4 -> any(tables).parts.add(thing("c", "text"));
      case 5 -> dropColumn();
      case 6 -> retype();
      case 7 -> addIndex();
      case 8 -> dropIndex();
      case 9 -> addEnum();
      case 10 -> growEnum();
      case 11 -> views.add(thing("v", Long.toString(any(tables).truth)));
      default -> recreateView();
    }
  }

  private void addTable() {
    Thing table = thing("t", "");
    for (int i = 0; i <= random.nextInt(4); i++) {
      table.parts.add(thing("c", "integer"));
    }
    tables.add(table);
  }

  private void dropTable() {
    if (tables.size() > 2) {
      Thing table = any(tables);
      tables.remove(table);
      views.removeIf(view -> view.detail.equals(Long.toString(table.truth)));
    }
  }

  private void dropColumn() {
    Thing table = any(tables);
    if (table.parts.size() > 1) {
      Thing column = any(table.parts);
      table.parts.remove(column);
      table.indexes.removeIf(index -> index.detail.equals(Long.toString(column.truth)));
    }
  }

  private void retype() {
    Thing table = any(tables);
    Thing column = any(table.parts);
    column.detail = column.detail.equals("text") ? "character varying(9)" : "text";
    for (Thing index : table.indexes) {
      if (index.detail.equals(Long.toString(column.truth))) {
        index.served = next++;
      }
    }
  }

  private void addIndex() {
    Thing table = any(tables);
    String column = Long.toString(any(table.parts).truth);
    if (table.indexes.stream().noneMatch(index -> index.detail.equals(column))) {
      table.indexes.add(thing("i", column));
    }
  }

  private void dropIndex() {
    Thing table = any(tables);
    if (!table.indexes.isEmpty()) {
      table.indexes.remove(any(table.indexes));
    }
  }

  private void addEnum() {
    Thing type = thing("e", "");
    type.parts.add(thing("label", ""));
    type.parts.add(thing("label", ""));
    enums.add(type);
  }

  private void growEnum() {
    Thing type = any(enums);
    type.parts.add(random.nextInt(type.parts.size() + 1), thing("label", ""));
  }

  private void recreateView() {
    if (!views.isEmpty()) {
      any(views).served = next++;
    }
  }

  private Thing thing(String prefix, String detail) {
    return new Thing(next++, fresh(prefix), detail);
  }

  private String fresh(String prefix) {
    return prefix + next++;
  }

  private Thing any(List<Thing> things) {
    return things.get(random.nextInt(things.size()));
  }

  private Snapshot snapshot(boolean truth) {
    Map<SchemaObject, Long> objects = new LinkedHashMap<>();
    for (Thing table : tables) {
      put(objects, table, Objects.table("public", table.name), truth);
      putColumns(objects, table, truth);
      for (Thing index : table.indexes) {
        String column = name(table.parts, index.detail);
        String predicate = "(" + column + " IS NOT NULL)";
        put(objects, index, Objects.index(table.name, index.name, predicate, column), truth);
      }
      objects.put(Objects.grant(table.name, "clerk"), truth ? table.truth : 0);
    }
    for (Thing type : enums) {
      put(objects, type, Objects.enumType(type.name), truth);
      for (Thing label : type.parts) {
        int place = type.parts.indexOf(label) + 1;
        put(objects, label, Objects.enumValue(type.name, label.name, place), truth);
      }
    }
    for (Thing view : views) {
      String text = "SELECT count(*) AS n\n   FROM " + name(tables, view.detail);
      put(objects, view, Objects.view(view.name, text), truth);
    }
    return Snapshot.of(objects);
  }

  private static void putColumns(Map<SchemaObject, Long> objects, Thing table, boolean truth) {
    for (Thing column : table.parts) {
      int place = table.parts.indexOf(column) + 1;
      put(objects, column, Objects.column(table.name, column.name, place, column.detail), truth);
    }
  }

  private static void put(
      Map<SchemaObject, Long> objects, Thing thing, SchemaObject object, boolean truth) {
    objects.put(object, truth ? thing.truth : thing.served);
  }

  private static String name(List<Thing> things, String truth) {
    return things.stream()
        .filter(thing -> Long.toString(thing.truth).equals(truth))
        .map(thing -> thing.name)
        .findFirst()
        .orElseThrow();
  }
}
