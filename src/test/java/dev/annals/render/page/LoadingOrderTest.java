package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.annals.judge.diff.Objects;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadingOrderTest {

  private final List<SchemaObject> objects = new ArrayList<>();

  private void tables(String... names) {
    for (String name : names) {
      objects.add(Objects.table("public", name));
    }
  }

  /** A key over a column of its own, which takes null or does not. */
  private void key(String from, String to, boolean nullable, String deferrable) {
    ForeignKey k = Objects.foreignKey(from, from + "_" + to, to + "_id", to);
    Column c = Objects.column(from, to + "_id", 1, "int");
    objects.add(new Column("public", from, c.name(), 1, "int", nullable, "", "", "", "", "", ""));
    objects.add(
        new ForeignKey(
            "public",
            from,
            k.name(),
            k.columns(),
            "public",
            to,
            k.targetColumns(),
            k.onUpdate(),
            k.onDelete(),
            k.match(),
            deferrable,
            true,
            true,
            k.definition(),
            ""));
  }

  private String file() {
    Schema schema = Schema.of(objects);
    return LoadingFile.text(schema, LoadingOrder.of(schema))
        .replace("\r\n", "\n")
        .replaceFirst(".*\n", "");
  }

  @Test
  void whatIsReferredToComesFirstAndLooseTablesAtOnce() {
    tables("apple", "line", "order", "zebra");
    key("line", "order", false, "");
    key("order", "zebra", true, "");
    key("line", "apple", false, "");
    assertEquals(
        """
        1,public,apple,,,,,
        1,public,zebra,,,,,
        2,public,order,,,,,
        3,public,line,,,,,
        """,
        file());
    Collections.reverse(objects);
    assertEquals("1,public,apple,,,,,", file().lines().findFirst().orElseThrow());
  }

  @Test
  void aCircleIsToldWithTheKeysThatWaitAndATableOfItselfIsNone() {
    tables("a", "b", "c", "category", "tail");
    key("a", "b", true, "");
    key("b", "c", false, "");
    key("c", "a", false, "");
    key("category", "category", true, "");
    key("tail", "a", false, "");
    // only a's key to b takes null: a is first, and nothing has to be dropped
    assertEquals(
        """
        1,public,a,1,a_b,,,
        1,public,c,1,,,,
        1,public,b,1,,,,
        1,public,category,,,,,category_category
        2,public,tail,,,,,
        """,
        file());
  }

  @Test
  void whatCannotWaitHasToBeDroppedOnce() {
    tables("a", "b", "c", "d", "e");
    key("a", "b", false, "");
    key("b", "c", false, "");
    key("c", "a", false, "");
    key("d", "e", false, "DEFERRABLE");
    key("e", "d", false, "");
    assertEquals(
        """
        1,public,c,1,,,c_a,
        1,public,b,1,,,,
        1,public,a,1,,,,
        1,public,d,2,,d_e,,
        1,public,e,2,,,,
        """,
        file());
  }

  @Test
  void partitionsCountAsTheTableThatTheyAreOf() {
    tables("customer", "sale");
    Table t = Objects.table("public", "sale_2026");
    objects.add(
        new Table(
            "public",
            "sale_2026",
            t.kind(),
            t.persistence(),
            "",
            "public.sale",
            "DEFAULT",
            t.inherits(),
            t.options(),
            "",
            "",
            false,
            false,
            "",
            "app",
            ""));
    key("sale_2026", "customer", false, "");
    assertEquals("1,public,customer,,,,,\n2,public,sale,,,,,\n", file());
  }

  @Test
  void aLongChainTakesNoLongerThanItIs() {
    int many = 20_000;
    for (int i = 0; i < many; i++) {
      tables("t" + i);
      key("t" + i, "t" + (i + 1) % many, i == 0, "");
    }
    List<LoadingOrder.Turn> turns =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> LoadingOrder.of(Schema.of(objects)));
    assertEquals(many, turns.size());
    assertEquals("t0", turns.get(0).table().name());
    assertEquals(1, turns.stream().filter(turn -> !turn.late().isEmpty()).count());
  }
}
