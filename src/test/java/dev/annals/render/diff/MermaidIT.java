package dev.annals.render.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comments draw is read by Mermaid itself, as code hosts do. */
class MermaidIT {

  private static final Path HOME = Path.of("target/mermaid");
  private static final String CHECK =
      """
      import { JSDOM } from 'jsdom';
      import fs from 'fs';
      const page = new JSDOM('<body></body>');
      globalThis.window = page.window;
      globalThis.document = page.window.document;
      const mermaid = (await import('mermaid')).default;
      let bad = 0, good = 0;
      for (const file of process.argv.slice(2)) {
        const text = fs.readFileSync(file, 'utf8');
        for (const found of text.matchAll(/(`{3,})mermaid\\n([\\s\\S]*?)\\n\\1/g)) {
          try {
            const read = await mermaid.parse(found[2]);
            if (read.diagramType === 'er') good++; else { bad++; console.log(file, read); }
          } catch (e) {
            bad++;
            console.log(file, e.message);
          }
        }
      }
      console.log(good + ' good, ' + bad + ' bad');
      """;

  @TempDir Path temp;

  @Test
  void everyDiagramIsRead() throws Exception {
    assumeTrue(
        Files.isDirectory(HOME.resolve("node_modules/mermaid")),
        "Mermaid is not here: npm install --prefix target/mermaid mermaid@11 jsdom@26");
    Path script = HOME.resolve("check.mjs");
    Files.writeString(script, CHECK);
    List<String> command = new ArrayList<>(List.of("node", script.toString()));
    comments().forEach(command::add);
    Path log = temp.resolve("log.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no node here");
      return;
    }
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals("6 good, 0 bad", Files.readString(log).strip());
  }

  /** Those of the five pull requests, and one whose names are as bad as names can be. */
  private List<String> comments() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> golden = Files.list(Path.of("src/test/resources/golden"))) {
      golden
          .filter(file -> file.getFileName().toString().matches("diff-.*\\.md"))
          .sorted()
          .forEach(file -> files.add(file.toString()));
    }
    StringBuilder name = new StringBuilder();
    for (char c = 1; c < 0x180; c++) {
      name.append(c);
    }
    Path bad = temp.resolve("bad.md");
    Files.writeString(bad, DiffMarkdown.of(DiffMarkdownTest.preview(8, name + "%%{}\"]")));
    files.add(bad.toString());
    return files;
  }
}
