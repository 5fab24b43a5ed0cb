package dev.annals.render.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.diff.Objects;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AreasTest {

  private final List<SchemaObject> objects = new ArrayList<>();

  private void tables(String schema, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      objects.add(Objects.table(schema, prefix + "_" + i));
    }
  }

  private void key(String schema, String from, String to) {
    ForeignKey key = Objects.foreignKey(from, from + "_" + to, "x", to);
    objects.add(
        new ForeignKey(
            schema,
            from,
            key.name(),
            key.columns(),
            schema,
            to,
            key.targetColumns(),
            key.onUpdate(),
            key.onDelete(),
            key.match(),
            "",
            true,
            true,
            "",
            ""));
  }

  private Areas areas(Map<String, String> explicit) {
    return Areas.of(Schema.of(objects), explicit);
  }

  @Test
  void aSmallNameSpaceIsAnAreaAndALargeOneIsParted() {
    tables("small", "a", 5);
    tables("large", "order", 25);
    tables("large", "stock", 25);
    assertEquals(
        List.of("large order", "large stock", "small"),
        List.copyOf(new TreeSet<>(areas(Map.of()).byTable().values())));
  }

  @Test
  void aTableOfVeryManyColumnsIsDrawnWithItsKeys() {
    for (String table : List.of("wide", "usual")) {
      objects.add(Objects.table("public", table));
      for (int i = 0; i < (table.equals("wide") ? 41 : 40); i++) {
        String name = table + "_" + i;
        objects.add(new Column("public", table, name, i + 1, "text", true, "", "", "", "", "", ""));
      }
    }
    Schema schema = Schema.of(objects);
    String svg =
        Diagrams.area(
                schema, areas(Map.of("wide", "a", "usual", "a")), "a", table -> table.display())
            .svg();
    assertTrue(svg.contains("+ 41 columns"), svg);
    assertFalse(svg.contains("wide_0"), svg);
    assertTrue(svg.contains("usual_39"), svg);
  }

  @Test
  void theOnlyNameSpaceIsNotNamed() {
    tables("app", "order", 25);
    tables("app", "stock", 25);
    assertEquals("order", areas(Map.of()).of(ObjectRef.table("app", "order_3")));
  }

  @Test
  void inALargeSchemaKeysDecideWhereNamesSayNothing() {
    tables("public", "order", 45);
    tables("public", "stock", 45);
    objects.add(Objects.table("public", "basket"));
    objects.add(Objects.table("public", "loner"));
    key("public", "basket", "order_1");
    assertEquals("order", areas(Map.of()).of(ObjectRef.table("public", "basket")));
    assertEquals("other", areas(Map.of()).of(ObjectRef.table("public", "loner")));
    assertEquals("mine", areas(Map.of("basket", "mine")).of(ObjectRef.table("public", "basket")));
  }

  @Test
  void whatEverybodyRefersToPullsNobody() {
    tables("public", "order", 85);
    objects.add(Objects.table("public", "loner"));
    for (int i = 1; i < 85; i++) {
      key("public", "order_" + i, "order_0");
    }
    key("public", "loner", "order_0");
    assertEquals("other", areas(Map.of()).of(ObjectRef.table("public", "loner")));
  }

  @Test
  void oneAndManyAreOneWord() {
    objects.add(Objects.table("public", "job"));
    tables("public", "job", 2);
    objects.add(Objects.table("public", "jobs"));
    assertEquals("job", areas(Map.of()).of(ObjectRef.table("public", "jobs")));
  }

  @Test
  void tablesThatHangTogetherAreAnAreaThoughTheirNamesDiffer() {
    tables("public", "order", 4);
    key("public", "order_1", "order_0");
    key("public", "order_2", "order_0");
    key("public", "order_3", "order_0");
    for (String name : List.of("owner", "namespace", "grant", "loner")) {
      objects.add(Objects.table("public", name));
    }
    key("public", "grant", "owner");
    key("public", "grant", "namespace");
    key("public", "namespace", "owner");
    key("public", "grant", "order_0");
    Areas areas = areas(Map.of());
    assertEquals("order", areas.of(ObjectRef.table("public", "order_0")));
    assertEquals("grant", areas.of(ObjectRef.table("public", "owner")));
    assertEquals("grant", areas.of(ObjectRef.table("public", "namespace")));
    assertEquals("other", areas.of(ObjectRef.table("public", "loner")));
  }

  @Test
  void whatEverybodyRefersToIsSharedAndPartsWhatItWouldJoin() {
    tables("public", "order", 20);
    tables("public", "stock", 20);
    objects.add(Objects.table("public", "tenant"));
    for (int i = 0; i < 20; i++) {
      key("public", "order_" + i, "tenant");
      key("public", "stock_" + i, "tenant");
    }
    Areas areas = areas(Map.of());
    assertEquals("shared", areas.of(ObjectRef.table("public", "tenant")));
    assertEquals("stock", areas.of(ObjectRef.table("public", "stock_3")));
  }
}
