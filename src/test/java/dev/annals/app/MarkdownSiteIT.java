package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bookshop as Markdown. */
class MarkdownSiteIT {

  private static final Path MDX = Path.of("target/mdx");
  private static final Pattern MERMAID =
      Pattern.compile("^```mermaid\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String COMPILE =
      """
      import { compile } from '@mdx-js/mdx';
      import gfm from 'remark-gfm';
      import matter from 'remark-frontmatter';
      import fs from 'fs';
      import path from 'path';
      const options = { remarkPlugins: [gfm, matter] };
      let good = 0;
      for (const name of fs.readdirSync(process.argv[2], { recursive: true }).sort()) {
        if (name.endsWith('.md')) {
          try {
            await compile(fs.readFileSync(path.join(process.argv[2], name), 'utf8'), options);
            good++;
          } catch (e) {
            console.log(name, String(e));
          }
        }
      }
      console.log(good + ' good');
      """;

  @TempDir Path temp;
  private static MarkdownPages pages;

  @BeforeAll
  static void render() {
    pages = new MarkdownPages(Bookshop.file("chronicle.json"));
  }

  @Test
  void everyLinkLeadsToAPage() throws IOException {
    List<String> images =
        Bookshop.read(Bookshop.site()).keySet().stream()
            .filter(path -> path.startsWith("images/"))
            .toList();
    assertEquals(List.of(), pages.broken(images));
    assertTrue(pages.followedLinks() > 4000, pages.followedLinks() + " links");
  }

  @Test
  void theSameChronicleGivesTheSameBytes() {
    assertEquals(pages.files(), new MarkdownPages(Bookshop.file("chronicle.json")).files());
  }

  @Test
  void whatEachPageSaysIsAsItWas() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String path :
        List.of(
            "index.md",
            "tables/public.order_line.md",
            "history/public.customer.md",
            "types/_category_.json",
            "checks/_category_.json",
            "nav.yml",
            "views/public.bestseller.md",
            "areas/sales.md",
            "decisions/docs-adr-0003-prices-are-copies-57aeff11.md",
            "releases/4.1.md",
            "migrations/30.md",
            "rules/column-dropped.md",
            "environments.md",
            "llms.txt")) {
      all.append("==== ").append(path).append('\n').append(pages.files().get(path)).append('\n');
    }
    Path golden = Path.of("src/test/resources/golden/bookshop-markdown.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, all);
    }
    assertEquals(Files.readString(golden), all.toString());
  }

  /** In both formats; names in Markdown's own signs aside, a link is what follows its name. */
  @Test
  void whatProgramsReadFirstLeadsToPages() throws IOException {
    assertLeads(pages.files().get("llms.txt"), pages.files().keySet());
    assertLeads(
        new String(Bookshop.file("llms.txt"), StandardCharsets.UTF_8)
            .replace("(https://docs.example.org/bookshop/", "("),
        Bookshop.read(Bookshop.site()).keySet());
  }

  private static void assertLeads(String text, Set<String> paths) {
    List<String> led =
        Pattern.compile("(?m)^- \\[.*?]\\((.*?)\\)")
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertTrue(led.size() > 30, text);
    assertEquals(List.of(), led.stream().filter(path -> !paths.contains(path)).toList());
  }

  @Test
  void theNavigationHasEveryPageOnce() {
    List<String> listed = new ArrayList<>();
    Matcher entry =
        Pattern.compile("^ +- (?:\".*\": )?\"(.*)\"$", Pattern.MULTILINE)
            .matcher(pages.files().get("nav.yml"));
    while (entry.find()) {
      listed.add(entry.group(1));
    }
    assertTrue(listed.indexOf("migrations/10.md") < listed.indexOf("migrations/9.md"));
    assertTrue(listed.indexOf("migrations/9.md") < listed.indexOf("migrations/1.md"));
    String folder = "migrations/";
    assertEquals(
        folder + "index.md",
        listed.stream().filter(path -> path.startsWith(folder)).findFirst().orElseThrow());
    Collections.sort(listed);
    assertEquals(
        pages.files().keySet().stream().filter(path -> path.endsWith(".md")).toList(), listed);
  }

  @Test
  void mermaidTakesEveryDiagram() {
    int diagrams = 0;
    for (String text : pages.files().values()) {
      Matcher matcher = MERMAID.matcher(text);
      while (matcher.find()) {
        diagrams++;
        assertTrue(matcher.group(1).length() <= 50_000);
        assertTrue(matcher.group(1).matches("(?s)(erDiagram|flowchart LR)\n  .*"));
      }
    }
    assertTrue(diagrams > 30, diagrams + " diagrams");
  }

  /** Docusaurus compiles pages as MDX, to which braces and angle brackets are a program. */
  @Test
  void mdxCompilesEveryPage() throws Exception {
    compiled(pages, temp);
  }

  static void compiled(MarkdownPages pages, Path temp) throws Exception {
    assumeTrue(
        Files.isDirectory(MDX.resolve("node_modules/@mdx-js/mdx")),
        "MDX is not here: npm install --prefix target/mdx @mdx-js/mdx@3 remark-gfm@4"
            + " remark-frontmatter@5");
    Path script = MDX.resolve("compile.mjs");
    Files.writeString(script, COMPILE);
    for (var file : pages.files().entrySet()) {
      Path target = temp.resolve("site").resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    Path log = temp.resolve("log.txt");
    Process process;
    try {
      process =
          new ProcessBuilder("node", script.toString(), temp.resolve("site").toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no node here");
      return;
    }
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    long all = pages.files().keySet().stream().filter(path -> path.endsWith(".md")).count();
    assertEquals(all + " good", Files.readString(log).strip());
  }
}
