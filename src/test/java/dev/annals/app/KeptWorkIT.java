package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.annals.render.diagram.Layouts;
import dev.annals.render.html.MarkdownRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is built with what former builds have kept is the one that is built without. */
class KeptWorkIT {

  private static final int EDITS = 4;

  @TempDir Path temp;
  private Path project;

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
    new BuildSite(
            new BuildRequest(project, config, site, true, cached, environment), Progress.SILENT)
        .run();
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

  @Test
  void editAfterEditTheSiteIsTheSame() throws IOException {
    project = temp.resolve("shop");
    put(
        "migrations/V1__a.sql",
        """
        CREATE TABLE customer (id int PRIMARY KEY);
        CREATE TABLE basket (id int PRIMARY KEY, customer int REFERENCES customer);
        CREATE TABLE line (id int PRIMARY KEY, basket int REFERENCES basket);
        """);
    put("docs/schema/customer.md", "Who buys.\n");
    SortedMap<String, byte[]> fresh = build(true, "kept");
    assertFalse(kept().isEmpty());
    same(build(false, "clean"), fresh);
    Random random = new Random(42);
    for (int i = 0; i < EDITS; i++) {
      switch (random.nextInt(3)) {
        case 0 -> put("docs/schema/customer.md", "Who buys, *" + i + "*: [[basket]].\n");
        case 1 -> put("docs/schema/basket.md", "---\narea: sales\n---\nWhat is bought " + i + "\n");
        default ->
            put(
                "migrations/V" + (i + 2) + "__b.sql",
                "ALTER TABLE line ADD COLUMN c" + i + " int REFERENCES customer;");
      }
      same(build(false, "clean"), build(true, "kept"));
    }
    for (Path file : kept()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    same(build(false, "clean"), build(true, "kept"));
  }
}
