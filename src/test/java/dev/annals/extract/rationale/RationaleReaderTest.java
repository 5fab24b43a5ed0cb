package dev.annals.extract.rationale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RationaleReaderTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

  @TempDir Path temp;
  private Path project;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(temp.resolve("shop"));
  }

  private void write(String path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private RationaleReading read() {
    return RationaleReader.read(project, "docs/schema", paths -> Map.of());
  }

  /** What is found, as {@code rule path:line message | advice}. */
  private List<String> findings() {
    return read().findings().stream().map(RationaleReaderTest::line).toList();
  }

  private static String line(Finding finding) {
    return "%s %s:%d %s | %s"
        .formatted(
            finding.rule(), finding.path(), finding.line(), finding.message(), finding.advice());
  }

  private static void has(List<String> found, String... fragments) {
    assertEquals(1, found.size(), found::toString);
    for (String fragment : fragments) {
      assertTrue(found.get(0).contains(fragment), () -> fragment + "\nis not in:\n" + found);
    }
  }

  @Test
  void aPageSaysWhatItIsAbout() throws IOException {
    write(
        "docs/schema/x.md",
        """
        ---
        table: orders
        owners: [ann, bob]
        tags: core
        supersedes: [basket]
        layout: wide
        reviewed: 2024-05-01
        ---

        # Orders
        Why.
        """);
    Rationale page = read().pages().get(0);
    assertEquals("orders", page.subject());
    assertEquals(List.of("ann", "bob"), page.owners());
    assertEquals(List.of("core"), page.tags());
    assertEquals(List.of("basket"), page.supersedes());
    assertEquals("2024-05-01", page.reviewed());
    assertEquals("wide", page.extra().get("layout"));
    assertEquals(9, page.bodyLine());
    assertEquals("Orders", page.title());
    assertEquals("Why.\n", page.text());
    assertEquals(List.of(), read().findings());
  }

  @Test
  void frontMatterThatIsNoneIsToldWithItsLine() throws IOException {
    write("docs/schema/orders.md", "---\ntable: orders\nowners: { ann: 1 }\n---\nWhy.\n");
    has(
        findings(),
        "unreadable-page docs/schema/orders.md:3",
        "\"owners\" should be one text",
        "Known: table, view, routine, type, area, owners, tags, status, reviewed, supersedes");
    write("docs/schema/orders.md", "---\ntable: orders\ntags: [a\n---\nWhy.\n");
    has(findings(), "unreadable-page docs/schema/orders.md:4", "Known: table");
    write("docs/schema/orders.md", "---\ntable: orders\nWhy.\n");
    has(findings(), "docs/schema/orders.md:1", "is not closed", "a second line of ---");
    write("docs/schema/orders.md", "---\ntable: orders\nview: w\n---\n");
    has(findings(), "docs/schema/orders.md:3", "about a table and about a view");
    write("docs/schema/orders.md", "---\ntable: orders\nowner: ann\nnav_order: 3\n---\n");
    has(findings(), "unknown-front-matter docs/schema/orders.md:3", "Did you mean \"owners\"?");
    write("docs/schema/orders.md", "---\n\nA line, not front matter.\n");
    assertEquals(List.of(), findings());
  }

  @Test
  void pagesThatCannotBeReadAreLeftOut() throws IOException {
    write("docs/schema/orders.md", new byte[] {'a', (byte) 0xE4, 'b'});
    has(findings(), "docs/schema/orders.md:0", "not UTF-8");
    write("docs/schema/orders.md", "x".repeat(1_048_577));
    has(findings(), "larger than 1 MB");
    Files.delete(project.resolve("docs/schema/orders.md"));
    Path secret = Files.writeString(temp.resolve("secret.md"), "secret");
    Files.createSymbolicLink(project.resolve("docs/schema/orders.md"), secret);
    has(findings(), "docs/schema/orders.md:0", "symbolic link");
    assertEquals(List.of(), read().pages());
  }

  @Test
  void theFolderLiesInTheProject() throws IOException {
    Files.createDirectories(temp.resolve("elsewhere"));
    Problem out =
        assertThrows(
            Problem.class, () -> RationaleReader.read(project, "../elsewhere", paths -> Map.of()));
    assertTrue(out.getMessage().contains("lies outside of the project"), out.getMessage());
    Files.createSymbolicLink(project.resolve("docs"), temp.resolve("elsewhere"));
    Problem link =
        assertThrows(Problem.class, () -> RationaleReader.read(project, "docs", paths -> Map.of()));
    assertTrue(link.getMessage().contains("lies outside of the project"), link.getMessage());
  }

  @Test
  void picturesAreTakenFromTheProjectAlone() throws IOException {
    write("docs/schema/pictures/a.png", PNG);
    write("docs/schema/orders.md", "---\ntable: orders\n---\n![a](pictures/a.png \"A\")\n");
    assertEquals(
        "docs/schema/pictures/a.png", read().pages().get(0).images().get("pictures/a.png"));
    assertEquals(PNG.length, read().images().get("docs/schema/pictures/a.png").length);

    Files.write(temp.resolve("secret.png"), PNG);
    Files.createSymbolicLink(project.resolve("docs/schema/link.png"), temp.resolve("secret.png"));
    Files.createSymbolicLink(project.resolve("docs/schema/up"), temp);
    for (String reference :
        List.of("../../../secret.png", "../../../../../../../../etc/secret.png")) {
      write("docs/schema/orders.md", "Why.\n\n![a](" + reference + ")\n");
      has(findings(), "broken-image docs/schema/orders.md:3", "outside of the project");
    }
    for (String reference : List.of("link.png", "up/secret.png")) {
      write("docs/schema/orders.md", "![a](" + reference + ")\n");
      has(findings(), "symbolic link");
    }
    write("docs/schema/orders.md", "![a](pictures/b.png) `![a](code.png)`\n");
    has(findings(), "is not there", "Did you mean \"a.png\"?");
    write("docs/schema/orders.md", "![a](https://example.org/a.png)\n");
    has(findings(), "asks no network");
    write("docs/schema/pictures/a.png", "<script>");
    write("docs/schema/orders.md", "![a](pictures/a.png)\n");
    has(findings(), "no picture", "Known: png, jpeg, gif, webp, svg.");
    assertEquals(0, read().images().size());
  }

  @Test
  void whatCouldRunIsTakenOutOfAnSvg() throws IOException {
    String svg =
        """
        <?xml version="1.0"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
          width="10" height="10" onload="alert(1)">
          <script>alert(2)</script><style>@import url(https://x.example/)</style>
          <foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>
          <a xlink:href="javascript:alert(3)"><rect id="r" width="5" height="5" fill="url(#g)"/></a>
          <rect style="fill: u\\72l(https://x.example/)" width="1" height="1"/>
          <image href="https://x.example/y.png"/><use xlink:href="#r"/>
          <style>.a { fill: red }</style><text>5 &lt; 6</text>
        </svg>
        """;
    String safe =
        new String(SafeSvg.of(svg.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    for (String bad : List.of("alert", "script", "x.example", "foreignObject", "onload", "xhtml")) {
      assertFalse(safe.contains(bad), () -> bad + " in " + safe);
    }
    for (String good : List.of("url(#g)", "xlink:href=\"#r\"", ".a { fill: red }", "5 &lt; 6")) {
      assertTrue(safe.contains(good), () -> good + " not in " + safe);
    }
    byte[] twice = SafeSvg.of(safe.getBytes(StandardCharsets.UTF_8));
    assertEquals(safe, new String(twice, StandardCharsets.UTF_8));
    String xxe =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>";
    assertFalse(
        new String(SafeSvg.of(xxe.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
            .contains("root:"));
    assertEquals(0, SafeSvg.of("<html/>".getBytes(StandardCharsets.UTF_8)).length);
    assertEquals(0, SafeSvg.of("no xml".getBytes(StandardCharsets.UTF_8)).length);
  }

  @Test
  void decisionsArePagesToo() throws IOException {
    write("docs/adr/1.md", "---\nstatus: accepted\n---\n# Copies\nWe copy.\n");
    write("docs/adr/2.md", "# Ids\nWe count.\n");
    write(
        "docs/schema/orders.md",
        """
        ---
        table: orders
        decisions: [docs/adr/1.md]
        ---
        Why, see [two](../adr/3.md).

        ## Decisions
        - [Ids](../adr/2.md#x) `[no](../adr/9.md)`
        - [gone](../adr/4.md)
        """);
    RationaleReading reading = read();
    assertEquals(List.of("docs/adr/1.md", "docs/adr/2.md"), reading.pages().get(0).decisions());
    assertEquals(
        List.of("orders", "decisions/docs/adr/1.md", "decisions/docs/adr/2.md"),
        reading.pages().stream().map(Rationale::subject).toList());
    assertEquals("Copies", reading.pages().get(1).title());
    assertEquals("accepted", reading.pages().get(1).status());
    has(findings(), "broken-decision docs/schema/orders.md:9", "../adr/4.md is not there");
    Files.writeString(temp.resolve("outside.md"), "secret");
    write("docs/schema/orders.md", "---\ndecisions: [../../../outside.md]\n---\n");
    has(findings(), "broken-decision docs/schema/orders.md:2", "outside of the project");
  }
}
