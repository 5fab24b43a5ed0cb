package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.server.SharedServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The server tells work by the names of the moment: it belongs to the tables that had them. */
class ObservedIT {

  private static final String BEFORE =
      """
      CREATE TABLE item (id int PRIMARY KEY, a int, b int);
      CREATE TABLE part (id int PRIMARY KEY, item_id int);
      """;

  private static String work(String migration) {
    return work("", migration);
  }

  private static String work(String more, String migration) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("sql/V1__before.sql", (BEFORE + more).getBytes(StandardCharsets.UTF_8));
    files.put("sql/V2__step.sql", migration.getBytes(StandardCharsets.UTF_8));
    return Replay.run(
            SharedServer.get(),
            FlywayProject.resolve(
                new FileSet(files), new FlywaySettings("", List.of("sql"), Map.of())),
            (number, all, script) -> {})
        .steps()
        .get(1)
        .observation()
        .work()
        .toString();
  }

  @Test
  void whatIsDoneAfterARenameIsDoneToTheOldTable() {
    assertEquals(
        "{table public.item=[INDEX_BUILD]}",
        work("ALTER TABLE item RENAME TO thing; CREATE INDEX thing_a ON thing (a);"));
    assertEquals(
        "{table public.item=[SCAN]}",
        work("ALTER TABLE item RENAME TO thing; ALTER TABLE thing ADD CHECK (a > 0);"));
    assertEquals(
        "{table public.item=[REWRITE, INDEX_BUILD]}",
        work("ALTER TABLE item RENAME TO thing; ALTER TABLE thing ALTER a TYPE bigint;"));
    assertEquals(
        "{table public.part=[SCAN]}",
        work(
            "ALTER TABLE part RENAME TO piece;"
                + " ALTER TABLE piece ADD FOREIGN KEY (item_id) REFERENCES item;"));
  }

  @Test
  void whatIsDoneBeforeARenameIsToo() {
    assertEquals(
        "{table public.item=[INDEX_BUILD]}",
        work("CREATE INDEX item_a ON item (a); ALTER TABLE item RENAME TO thing;"));
    assertEquals(
        "{table public.item=[SCAN]}",
        work("ALTER TABLE item ADD CHECK (a > 0); ALTER TABLE item RENAME TO thing;"));
    assertEquals(
        "{table public.item=[INDEX_BUILD]}",
        work(
            "ALTER TABLE part RENAME TO x; ALTER TABLE item RENAME TO part;"
                + " ALTER TABLE x RENAME TO item; CREATE INDEX part_a ON part (a);"));
  }

  @Test
  void aNewTableOfAnOldNameIsNotTheOldOne() {
    String again =
        " CREATE TABLE item (id int PRIMARY KEY, a int, part_id int);"
            + " ALTER TABLE item ADD CHECK (a > 0); CREATE INDEX item_a ON item (a);"
            + " ALTER TABLE item ADD FOREIGN KEY (part_id) REFERENCES part;";
    assertEquals("{}", work("ALTER TABLE item RENAME TO thing;" + again));
    assertEquals("{}", work("DROP TABLE item;" + again));
    assertEquals(
        "{table public.item=[INDEX_BUILD]}",
        work("CREATE INDEX gone ON item (a); DROP TABLE item;"));
  }

  @Test
  void aMaterializedViewThatIsMadeAgainIsTheSame() {
    assertEquals(
        "{materialized view public.sums=[INDEX_BUILD]}",
        work(
            "CREATE MATERIALIZED VIEW sums AS SELECT a FROM item; CREATE INDEX sums_a ON sums (a);",
            "DROP MATERIALIZED VIEW sums; CREATE MATERIALIZED VIEW sums AS SELECT a, b FROM item;"
                + " CREATE INDEX sums_a ON sums (a);"));
  }

  @Test
  void ofTwoTablesOfOneNameTheOneThatIsLockedIsMeant() {
    String twice =
        "CREATE SCHEMA b; CREATE TABLE b.item (id int PRIMARY KEY, a int);"
            + " CREATE TABLE b.part (id int PRIMARY KEY, item_id int CONSTRAINT key REFERENCES b.item);";
    assertEquals(
        "{table public.item=[REWRITE, SCAN, INDEX_BUILD]}",
        work(
            twice,
            "ALTER TABLE item ADD CHECK (a > 0); ALTER TABLE item ALTER a TYPE bigint;"
                + " CREATE INDEX ON item (a);"));
    assertEquals(
        "{table public.part=[SCAN]}",
        work(twice, "ALTER TABLE part ADD CONSTRAINT key FOREIGN KEY (item_id) REFERENCES item;"));
  }
}
