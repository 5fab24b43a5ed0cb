package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.render.diagram.Layouts;
import dev.annals.render.html.MarkdownRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A site that is built with what former builds have kept is the one that is built without. */
class KeptWorkIT {

  /** Of edits: each happens twice, in an order by chance. */
  private static final int KINDS = 18;

  private static final String LEVELS =
      """
      semver:
        rules:
          column-dropped: { level: potentially-breaking, reason: nobody reads it }
      """;

  @TempDir Path temp;
  private Path project;
  private int made;
  private int replayed;
  private final List<String> notes = new ArrayList<>();

  private void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** As a new process builds it: it knows nothing but what is kept. */
  private SortedMap<String, byte[]> build(boolean cached, String name) throws IOException {
    Layouts.known().forget();
    MarkdownRenderer.known().forget();
    Path site = temp.resolve(name);
    Map<String, String> environment = Map.of("ANNALS_CACHE", temp.resolve("cache").toString());
    Path config = project.resolve("annals.yml");
    replayed = 0;
    notes.clear();
    Progress progress =
        new Progress() {
          @Override
          public void at(String what, int number, int all, String name) {
            replayed++;
          }

          @Override
          public void done(String what) {}

          @Override
          public void note(String what) {
            notes.add(what);
          }
        };
    BuildSite build =
        new BuildSite(new BuildRequest(project, config, site, true, cached, environment), progress);
    build.run();
    made = build.made();
    return Bookshop.read(site);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("cache/work"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void same(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
    assertEquals(one.keySet(), other.keySet());
    one.forEach((path, bytes) -> assertArrayEquals(bytes, other.get(path), path));
  }

  private void makeShop() throws IOException {
    project = temp.resolve("shop");
    put(
        "migrations/V1__a.sql",
        """
        CREATE TYPE mood AS ENUM ('good', 'bad');
        CREATE TABLE customer (id int PRIMARY KEY, mood mood);
        CREATE TABLE basket (id int PRIMARY KEY, customer int REFERENCES customer);
        CREATE TABLE line (id int PRIMARY KEY, basket int REFERENCES basket);
        """);
    put("migrations/V2__b.sql", "CREATE TABLE voucher (id int); ALTER TABLE line DROP basket;");
    put(
        "annals.yml",
        """
        title: Shop
        databases: [{ rationale: docs/schema, consumers: [queries/*.sql] }]
        releases:
          list:
            - { version: "1", through: "1", date: 2024-01-01 }
            - { version: "2", through: "2", date: 2024-06-01 }
        """);
    put("docs/schema/customer.md", "Who buys.\n");
  }

  /** Something that a team may do, each time in other words. */
  private void edit(int what, int i) throws IOException {
    switch (what) {
      case 0 -> put("docs/schema/customer.md", "Who buys, *" + i + "*: [[basket]].\n");
      case 1 -> put("docs/schema/basket.md", "---\narea: s" + i + "\n---\nBought " + i + "\n");
      case 2 ->
          put(
              "migrations/V" + (i + 3) + "__b.sql",
              "ALTER TABLE line ADD COLUMN c" + i + " int REFERENCES customer;");
      case 3 -> put("docs/schema/mood.md", "**2024-03-0" + i + "** We decided.\n");
      case 4 -> put("docs/schema/line.md", "See [[log]] and [it](log.md) and [[area:s1]].\n");
      case 5 -> put("docs/schema/log.md", "---\ntitle: L" + i + "\n---\n# Log\n\nNotes.\n");
      case 6 -> Files.deleteIfExists(project.resolve("docs/schema/log.md"));
      case 7 -> put("docs/schema/voucher.md", "---\nreviewed: V2\n---\n@deprecated use line\n");
      case 8 -> put("docs/schema/voucher.md", "---\nreviewed: V1\n---\nTo be given away.\n");
      case 9 -> put("theme/style.css", "body { margin: " + i + "px }\n");
      case 10 -> put("annals.yml", read("annals.yml").replaceAll("Shop.*", "Shop " + i));
      case 11 -> put("annals.yml", read("annals.yml") + "theme: theme\n");
      case 12 -> put("queries/a.sql", "SELECT basket FROM line;");
      case 13 -> deleteLastMigration();
      case 14 -> put("annals.yml", released(i));
      case 15 -> put("annals.yml", read("annals.yml").replaceAll("\n.*version: \"r.*", ""));
      case 16 -> Files.writeString(temp.resolve("kept/tables/public.customer.html"), "mine " + i);
      default -> put("docs/schema/index.md", "What it is for: [[customer]], " + i + ".\n");
    }
  }

  private String last() throws IOException {
    try (Stream<Path> files = Files.list(project.resolve("migrations"))) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("V|__.*", ""))
          .max(Comparator.comparingInt(Integer::parseInt))
          .orElseThrow();
    }
  }

  /** Another release, which holds all that is there; nothing where one does already. */
  private String released(int i) throws IOException {
    String text = Files.readString(project.resolve("annals.yml"));
    return text.contains("through: \"" + last() + "\"")
        ? text
        : text.replaceAll(
            "(?s)(.*\\{ version[^\n]*\n)",
            "$1    - { version: \"r" + i + "\", through: \"" + last() + "\" }\n");
  }

  /** Where no release goes through it. */
  private void deleteLastMigration() throws IOException {
    String last = last();
    if (!Files.readString(project.resolve("annals.yml")).contains("through: \"" + last + "\"")) {
      Files.delete(project.resolve("migrations/V" + last + "__b.sql"));
    }
  }

  private String read(String path) throws IOException {
    return Files.readString(project.resolve(path)).replace("theme: theme\n", "");
  }

  @Test
  void editAfterEditTheSiteIsTheSame() throws IOException {
    makeShop();
    put("theme/style.css", "body { margin: 0 }\n");
    SortedMap<String, byte[]> fresh = build(true, "kept");
    assertFalse(kept().isEmpty());
    same(build(false, "clean"), fresh);
    List<Integer> edits =
        new ArrayList<>(IntStream.range(0, 2 * KINDS).map(i -> i % KINDS).boxed().toList());
    Collections.shuffle(edits, new Random(42));
    for (int i = 0; i < edits.size(); i += 4) {
      int now = i / 4;
      edits.subList(i, i + 4).forEach(what -> assertDoesNotThrow(() -> edit(what, now)));
      same(build(false, "clean"), build(true, "kept"));
    }
    for (Path file : kept()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    same(build(false, "clean"), build(true, "kept"));
  }

  /** Migrations that reach back: what older pages link to goes, is renamed, comes again. */
  private static final List<String> REACHING_BACK =
      List.of(
          "ALTER TABLE basket RENAME TO cart; COMMENT ON TABLE cart IS 'What is bought';",
          "CREATE VIEW full_line AS SELECT * FROM line; CREATE INDEX ON cart (customer);",
          "INSERT INTO customer VALUES (1, 'good');",
          "DROP VIEW full_line; DROP TABLE voucher;",
          "CREATE TABLE voucher (id bigint PRIMARY KEY, customer int REFERENCES customer);",
          "ALTER TABLE cart RENAME TO basket; ALTER TABLE customer RENAME COLUMN mood TO feels;",
          "DROP TABLE line;");

  @Test
  void migrationAfterMigrationTheSiteIsTheSame() throws IOException {
    makeShop();
    put("annals.yml", "title: Shop\n"); // a release for each
    put("migrations/R__feelings.sql", "CREATE OR REPLACE VIEW feelings AS SELECT 1 AS one;");
    put("migrations/U2__b.sql", "DROP TABLE voucher;");
    int all = build(true, "kept").size();
    int fewest = all;
    for (int i = 0; i < REACHING_BACK.size(); i++) {
      put("migrations/V" + (i + 3) + "__step.sql", "-- Step " + i + ".\n" + REACHING_BACK.get(i));
      SortedMap<String, byte[]> kept = build(true, "kept");
      fewest = Math.min(fewest, made);
      same(build(false, "clean"), kept);
    }
    assertTrue(fewest < made * 2 / 3, fewest + " of " + made);
    Files.delete(project.resolve("migrations/V9__step.sql"));
    same(build(true, "kept"), build(false, "clean"));
    put("migrations/V4__step.sql", "CREATE VIEW full_line AS SELECT 1 AS one;");
    same(build(true, "kept"), build(false, "clean"));
  }

  /** Migrations that change what the pages of other tables show. */
  private static final List<String> AROUND =
      List.of(
          "CREATE TABLE cast_off (id int); CREATE VIEW buyer AS SELECT id FROM customer",
          "CREATE FUNCTION buyers() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM customer';"
              + "CREATE TABLE visit (day date) PARTITION BY LIST (day)",
          "CREATE TABLE visit_today PARTITION OF visit FOR VALUES IN ('2024-01-01');"
              + "CREATE TABLE heir (more int) INHERITS (voucher);"
              + "ALTER TABLE line ADD customer int REFERENCES customer",
          "GRANT SELECT (id) ON customer TO PUBLIC; ALTER TABLE basket ADD UNIQUE (customer)",
          "CREATE SCHEMA other; CREATE TABLE other.thing (id int)",
          "CREATE PUBLICATION sent FOR TABLE basket WITH (publish = 'insert')",
          "ALTER PUBLICATION sent ADD TABLE customer; COMMENT ON PUBLICATION sent IS 'For others'",
          "ALTER PUBLICATION sent RENAME TO told; ALTER PUBLICATION told SET (publish = 'delete');"
              + "ALTER PUBLICATION told DROP TABLE basket",
          "DROP FUNCTION buyers; DROP TABLE visit_today; DROP TABLE other.thing",
          "CREATE SEQUENCE number; CREATE SEQUENCE ticket; CREATE TABLE sold (id serial)",
          "CREATE SEQUENCE place OWNED BY customer.id; COMMENT ON SEQUENCE ticket IS 'Of doors'",
          "GRANT USAGE ON SEQUENCE ticket TO PUBLIC; ALTER SEQUENCE number INCREMENT 2 NO CYCLE",
          "ALTER SEQUENCE ticket OWNED BY customer.id; ALTER TABLE customer RENAME id TO number",
          "DROP SEQUENCE place; ALTER SEQUENCE number RENAME TO zahl");

  @Test
  void whatIsAroundATableIsShownAsItIs() throws IOException {
    makeShop();
    put("docs/schema/line.md", "{{changes customer since=1}}\n\n{{diagram basket depth=2}}\n");
    put("docs/schema/ticket.md", "What stands on tickets, as [[place]] does.\n");
    build(true, "kept");
    put("migrations/R__notes.sql", "-- Said last.\nCOMMENT ON COLUMN basket.id IS 'a number';\n");
    int few = 0;
    for (int i = 0; i < AROUND.size(); i++) {
      put("migrations/V" + (i + 3) + "__step.sql", AROUND.get(i) + ";");
      SortedMap<String, byte[]> kept = build(true, "kept");
      int some = made;
      same(build(false, "clean"), kept);
      few += made - some;
    }
    assertTrue(few > AROUND.size() * 10, few + " pages were taken from what was kept");
  }

  @Test
  void whatWasJudgedOfAnEarlierHistoryIsNotTakenForThis() throws IOException {
    makeShop();
    put("migrations/V3__c.sql", "UPDATE line SET id = id; ALTER TABLE line ADD COLUMN n text;");
    put("migrations/V5__e.sql", "ALTER TABLE line ALTER n SET NOT NULL; DROP TABLE voucher;");
    put("migrations/R__one.sql", "CREATE OR REPLACE VIEW one AS SELECT 1 AS one;");
    build(true, "kept");
    List<Executable> changes =
        List.of(
            () -> put("migrations/V6__f.sql", "ALTER TABLE line RENAME COLUMN n TO note;"),
            () -> put("migrations/V4__d.sql", "COMMENT ON COLUMN line.n IS '@deprecated use id';"),
            () -> {
              put("migrations/V3__c.sql", "ALTER TABLE line ADD COLUMN n int DEFAULT 3;");
              put("migrations/V7__g.sql", "ALTER TABLE line DROP COLUMN note;");
            },
            () -> put("migrations/R__one.sql", "CREATE OR REPLACE VIEW one AS SELECT 2 AS one;"),
            () -> {
              put("annals.yml", read("annals.yml").replace("\"2\", th", "\"two\", th") + LEVELS);
              put("migrations/V8__h.sql", "DROP TABLE line;");
            },
            () -> {
              damage("replays");
              put("migrations/V9__i.sql", "CREATE TABLE line (id int);");
            });
    for (Executable change : changes) {
      assertDoesNotThrow(change);
      SortedMap<String, byte[]> kept = build(true, "kept");
      same(build(false, "clean"), kept);
    }
  }

  private void damage(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("cache").resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().skip(1).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  @Test
  void aTemplateThatShowsTheVersionShowsTodays() throws IOException {
    makeShop();
    put("annals.yml", "title: Shop\ntheme: theme\n");
    put(
        "theme/templates/rule.ftlh",
        "<#import '_layout.ftlh' as a><@a.page><p>Schema ${version}</p></@a.page>");
    build(true, "kept");
    put("migrations/V3__c.sql", "DROP TABLE voucher;");
    SortedMap<String, byte[]> kept = build(true, "kept");
    same(build(false, "clean"), kept);
    String page = new String(kept.get("rules/view-dropped.html"), StandardCharsets.UTF_8);
    assertTrue(page.contains("<p>Schema 3.0.0</p>"), page);
  }

  @Test
  void anEditMakesNoMoreThanThePagesThatItHasAPartIn() throws IOException {
    makeShop();
    build(true, "kept");
    int all = made;
    build(true, "kept");
    assertEquals(0, made, "nothing has changed");
    Files.delete(temp.resolve("kept/index.html"));
    build(true, "kept");
    int none = made;
    Object before = file("kept/tables/public.basket.html");
    put("docs/schema/customer.md", "Who buys, and why.\n");
    build(true, "kept");
    assertEquals(
        none + 4, made, "the table's page, its area's, the notes of its release, and llms.txt");
    assertTrue(none < all / 3, none + " of " + all);
    assertEquals(0, replayed);
    assertEquals(before, file("kept/tables/public.basket.html"), "it is not written again");
    SortedMap<String, byte[]> edited = build(true, "kept");
    assertEquals(0, made);
    same(build(false, "clean"), edited);
    assertEquals(all, made);
  }

  private Object file(String path) throws IOException {
    return Files.readAttributes(temp.resolve(path), BasicFileAttributes.class).fileKey()
        + " "
        + Files.getLastModifiedTime(temp.resolve(path));
  }

  @Test
  void whatSomebodyDoesToThePublishedFilesIsUndoneAndTheirOwnFilesStay() throws IOException {
    makeShop();
    SortedMap<String, byte[]> fresh = build(true, "kept");
    Path page = temp.resolve("kept/tables/public.basket.html");
    FileTime time = Files.getLastModifiedTime(page);
    String text = Files.readString(page);
    Files.writeString(page, text.replace("basket", "casket"));
    Files.setLastModifiedTime(page, time);
    same(fresh, build(true, "kept"));
    Files.delete(page);
    same(fresh, build(true, "kept"));
    Files.delete(page);
    Files.createSymbolicLink(page, temp.resolve("kept/index.html"));
    same(fresh, build(true, "kept"));
    assertFalse(Files.isSymbolicLink(page));
    Files.writeString(temp.resolve("kept/CNAME"), "docs.example.org");
    build(true, "kept");
    put("docs/schema/customer.md", "Who buys, and how.\n");
    build(true, "kept");
    assertEquals("docs.example.org", Files.readString(temp.resolve("kept/CNAME")));
    assertEquals(text, Files.readString(page));
  }

  @Test
  void notesAreToldAgainWhereNothingHasChanged() throws IOException {
    makeShop();
    put("migrations/notes.txt", "no migration");
    build(true, "kept");
    List<String> first = List.copyOf(notes);
    assertFalse(first.isEmpty());
    build(true, "kept");
    assertEquals(0, made);
    assertEquals(first, notes);
  }

  @Test
  void aCommitIsSeen() throws IOException, InterruptedException {
    makeShop();
    git("init", "-q");
    build(true, "kept");
    git("add", "-A");
    git("-c", "user.name=Ada", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Begin");
    same(build(false, "clean"), build(true, "kept"));
    put("docs/schema/customer.md", "Who buys, and when.\n");
    git("-c", "user.name=Bo", "-c", "user.email=b@example.org", "commit", "-qam", "When");
    git("tag", "v1");
    same(build(false, "clean"), build(true, "kept"));
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
