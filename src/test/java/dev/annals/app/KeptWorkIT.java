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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is built with what former builds have kept is the one that is built without. */
class KeptWorkIT {

  /** Of edits: each happens twice, in an order by chance. */
  private static final int KINDS = 14;

  @TempDir Path temp;
  private Path project;
  private int made;
  private int replayed;

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
    Progress progress =
        new Progress() {
          @Override
          public void at(String what, int number, int all, String name) {
            replayed++;
          }

          @Override
          public void done(String what) {}

          @Override
          public void note(String what) {}
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
      default -> put("docs/schema/index.md", "What it is for: [[customer]], " + i + ".\n");
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

  @Test
  void anEditMakesNoMoreThanThePagesThatItHasAPartIn() throws IOException {
    makeShop();
    build(true, "kept");
    int all = made;
    build(true, "kept");
    int none = made;
    put("docs/schema/customer.md", "Who buys, and why.\n");
    build(true, "kept");
    assertEquals(none + 2, made, "the table's page, and the notes of the release that brought it");
    assertTrue(none < all / 3, none + " of " + all);
    assertEquals(0, replayed);
    SortedMap<String, byte[]> edited = build(true, "kept");
    assertEquals(none, made);
    same(build(false, "clean"), edited);
    assertEquals(all, made);
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
