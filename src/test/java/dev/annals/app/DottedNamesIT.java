package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.render.page.PageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas and tables that would have the same name if full stops alone parted them. */
class DottedNamesIT {

  private static final ObjectRef LEFT = ObjectRef.table("a.b", "c");
  private static final ObjectRef RIGHT = ObjectRef.table("a", "b.c");
  private static final ObjectRef PUBLIC = ObjectRef.table("public", "b.c");
  private static final ObjectRef PLAIN = ObjectRef.table("b", "c");

  @TempDir static Path project;

  @BeforeAll
  static void build() throws IOException {
    StringBuilder sql =
        new StringBuilder("CREATE SCHEMA a; CREATE SCHEMA \"a.b\"; CREATE SCHEMA b;");
    List<String> names = List.of("\"a.b\".c", "a.\"b.c\"", "public.\"b.c\"", "b.c");
    for (int i = 0; i < names.size(); i++) {
      sql.append(
          """
          CREATE TABLE %1$s (id serial PRIMARY KEY);
          CREATE TABLE child_%2$d (id int PRIMARY KEY, parent_id int REFERENCES %1$s);
          CREATE VIEW view_%2$d AS SELECT id FROM %1$s;
          """
              .formatted(names.get(i), i));
    }
    sql.append(
        """
        CREATE SCHEMA shop;
        CREATE TABLE shop."x.y" (id int);
        CREATE TABLE "a.b".p (id int) PARTITION BY RANGE (id);
        CREATE TABLE a."b.p" (id int) PARTITION BY RANGE (id);
        CREATE TABLE part_left PARTITION OF "a.b".p FOR VALUES FROM (1) TO (9);
        CREATE TABLE part_right PARTITION OF a."b.p" FOR VALUES FROM (1) TO (9);
        """);
    Files.createDirectories(project.resolve("migrations"));
    Files.writeString(project.resolve("migrations/V1__all.sql"), sql);
    Files.writeString(
        project.resolve("migrations/V2__wider.sql"), "ALTER TABLE \"a.b\".c ADD COLUMN note text;");
    Files.createDirectories(project.resolve("docs/schema"));
    Files.writeString(project.resolve("docs/schema/shop.x.y.md"), "Written without marks.\n");
    Files.writeString(
        project.resolve("docs/schema/left.md"),
        "---\ntable: '\"a.b\".c'\n---\nWritten with marks. [[a.\"b.c\"]] [[b.c]]\n");
    Files.writeString(project.resolve("annals.yml"), "title: Shop\nembeds: true\n");
    OwnSite.of(project);
  }

  private static Document page(ObjectRef ref) throws IOException {
    return Jsoup.parse(Files.readString(project.resolve("site").resolve(PageNames.page(ref))));
  }

  @Test
  void eachHasANameOfItsOwn() throws IOException {
    assertEquals("\"a.b\".c", page(LEFT).select("h1").text());
    assertEquals("a.\"b.c\"", page(RIGHT).select("h1").text());
    assertEquals("\"b.c\"", page(PUBLIC).select("h1").text());
    assertEquals("b.c", page(PLAIN).select("h1").text());
  }

  @Test
  void whatReadsOneIsNotToldOfTheOther() throws IOException {
    List<ObjectRef> tables = List.of(LEFT, RIGHT, PUBLIC, PLAIN);
    for (int i = 0; i < tables.size(); i++) {
      Document page = page(tables.get(i));
      for (int j = 0; j < tables.size(); j++) {
        boolean own = i == j;
        assertEquals(
            own, !page.select("main a[href*=view_" + j + "]:not(.turn a)").isEmpty(), i + " " + j);
        assertEquals(
            own, !page.select("main a[href*=child_" + j + "]:not(.turn a)").isEmpty(), i + " " + j);
      }
      assertEquals(i == 0, page.text().contains("note"), page.text());
    }
  }

  @Test
  void pagesOfTheTeamsFindTheirTable() throws IOException {
    assertTrue(page(ObjectRef.table("shop", "x.y")).text().contains("Written without marks."));
    Document left = page(LEFT);
    assertTrue(left.text().contains("Written with marks."), left.text());
    for (ObjectRef other : List.of(RIGHT, PLAIN)) {
      assertFalse(
          left.select("main a[href$=" + PageNames.page(other).replace("tables/", "") + "]")
              .isEmpty(),
          other::toString);
    }
  }

  @Test
  void aSequenceLeadsToItsColumn() throws IOException {
    for (ObjectRef table : List.of(LEFT, RIGHT, PUBLIC, PLAIN)) {
      ObjectRef sequence =
          ObjectRef.of(ObjectKind.SEQUENCE, table.schema(), table.name() + "_id_seq");
      Document page = page(sequence);
      assertEquals(
          "../" + PageNames.page(table) + "#col-id",
          page.select("main a[href$=#col-id]").attr("href"));
      assertEquals(table.display() + ".id", page.select("main a[href$=#col-id]").text());
    }
  }

  @Test
  void aPartitionBelongsToItsOwnTable() throws IOException {
    assertTrue(page(ObjectRef.table("a.b", "p")).text().contains("part_left"));
    assertFalse(page(ObjectRef.table("a.b", "p")).text().contains("part_right"));
    assertFalse(page(ObjectRef.table("a", "b.p")).text().contains("part_left"));
    assertTrue(page(ObjectRef.table("a", "b.p")).text().contains("part_right"));
  }
}
