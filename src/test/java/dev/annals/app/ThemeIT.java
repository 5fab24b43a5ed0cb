package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import dev.annals.render.html.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with templates, colours, a logo and pages of the team's. */
class ThemeIT {

  @TempDir Path project;

  @BeforeEach
  void write() throws IOException {
    put("annals.yml", "title: Shop\ntheme: docs/theme\n");
    put("migrations/V1__a.sql", "CREATE TABLE customer (id int PRIMARY KEY);");
    put("docs/theme/style.css", ":root { --link: #a0f; }");
    put("docs/theme/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    put("docs/theme/pages/house-rules.md", "# House rules\n\nLook at [[customer]]. <b>No</b>");
  }

  private void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String build(String page) throws IOException {
    return Files.readString(OwnSite.of(project).resolve(page));
  }

  @Test
  void coloursLogoAndPagesAreTheTeams() throws IOException {
    String page = build("pages/house-rules.html");
    assertTrue(page.contains("<link rel=\"stylesheet\" href=\"../assets/theme.css\">"));
    assertTrue(page.contains("<img src=\"../assets/logo.svg\" alt=\"\">"));
    assertTrue(page.contains("<a href=\"../tables/public.customer.html\">"));
    assertFalse(page.contains("<b>No</b>"));
    String table = Files.readString(project.resolve("site/tables/public.customer.html"));
    assertTrue(table.contains("<a href=\"../pages/house-rules.html\">House rules</a>"));
    assertEquals(
        ":root { --link: #a0f; }", Files.readString(project.resolve("site/assets/theme.css")));
  }

  @Test
  void aPageOfTheTeamsShowsWhatItIncludes() throws IOException {
    put(
        "docs/theme/pages/house-rules.md",
        """
        # House rules

        {{columns customer}}

        {{changes customer}}

        {{columns nobody}}

        `{{columns customer}}`
        """);
    String page = build("pages/house-rules.html");
    assertTrue(page.contains("aria-label=\"Columns of customer\""), page);
    assertTrue(page.contains("<a href=\"../tables/public.customer.html#col-id\"><code>id</code>"));
    assertTrue(page.contains("customer</code> is new") || page.contains("customer is new"), page);
    assertTrue(page.contains("<span class=\"dead\" title=\"Nothing can be shown here\">"), page);
    assertTrue(page.contains("<code>{{columns customer}}</code>"), page);
    put("annals.yml", "title: Shop\ntheme: docs/theme\nformat: markdown\n");
    String markdown = build("pages/house-rules.md");
    assertTrue(markdown.contains("[`id`](../tables/public.customer.md"), markdown);
  }

  @Test
  void aSiteOfMarkdownHasThemToo() throws IOException {
    put("annals.yml", "title: Shop\ntheme: docs/theme\nformat: markdown\n");
    put("docs/theme/templates/markdown/own.ftl", "# Ours: ${title}\n\n${blocks(textHtml)}\n");
    assertEquals(
        "# Ours: House rules\n\nLook at [`customer`](../tables/public.customer.md)."
            + " &lt;b&gt;No&lt;/b&gt;\n",
        build("pages/house-rules.md"));
    assertTrue(Files.readString(project.resolve("site/index.md")).contains("# Shop\n"));
    assertFalse(Files.exists(project.resolve("site/index.html")));
  }

  @Test
  void aCardOfATableIsMadeForOtherPages() throws IOException {
    put("annals.yml", "title: Shop\nurl: https://docs.example.org/schema\nembeds: [customer]\n");
    put(
        "migrations/V2__b.sql",
        "CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customer);");
    String card = build("embed/public.customer.html");
    assertTrue(card.contains("<a href=\"../tables/public.customer.html\" rel=\"noopener\">"));
    assertTrue(card.contains("default-src 'none'"));
    assertTrue(card.contains("<svg "));
    assertFalse(card.contains("<script"));
    assertTrue(card.length() < 15_000, card.length() + " letters");
    String table = Files.readString(project.resolve("site/tables/public.customer.html"));
    assertTrue(
        table.contains(
            "&lt;iframe src=&quot;https://docs.example.org/schema/embed/public.customer.html"));
    assertTrue(
        table.contains(
            "![Relations of customer](https://docs.example.org/schema/embed/public.customer.svg)"));
    assertTrue(
        Files.readString(project.resolve("site/embed/public.customer.svg")).contains("<style>"));
    assertFalse(Files.exists(project.resolve("site/embed/public.orders.html")));
  }

  @Test
  void aCardOfNothingIsAMistakeThatIsTold() throws IOException {
    put("annals.yml", "embeds: [custmer]\n");
    Problem problem = assertThrows(Problem.class, () -> build("index.html"));
    assertTrue(problem.getMessage().contains("\"custmer\""), problem.getMessage());
    assertEquals("Did you mean \"customer\"?", problem.advice());
  }

  @Test
  void aTemplateOfTheTeamsStandsInPlaceOfOurs() throws IOException {
    put(
        "docs/theme/templates/compare.ftlh",
        "<#import \"_layout.ftlh\" as a><@a.page><h1>Ours: ${site}</h1></@a.page>");
    assertTrue(build("compare.html").contains("<h1>Ours: Shop</h1>"));
  }

  @Test
  void aMistakeInATemplateIsToldWithItsLine() throws IOException {
    put("docs/theme/templates/a-z.ftlh", "<#import \"_layout.ftlh\" as a>\n${nothing}");
    Problem problem = assertThrows(Problem.class, () -> build("a-z.html"));
    assertTrue(problem.getMessage().contains("a-z.ftlh:2"), problem.getMessage());
    put("docs/theme/templates/a-z.ftlh", "one\n<#list x>");
    problem = assertThrows(Problem.class, () -> build("a-z.html"));
    assertTrue(problem.getMessage().contains("a-z.ftlh:2"), problem.getMessage());
  }

  @Test
  void whatFreeMarkerSaysOfItselfIsNotTold() throws IOException {
    String name = "docs/theme/templates/a-z.ftlh";
    put(name, "<#import \"_layout.ftlh\" as a>\n<@a.page>\n<#if x>\n</@a.page>");
    String told = assertThrows(Problem.class, () -> build("a-z.html")).getMessage();
    assertTrue(told.startsWith("filling in the theme's templates/a-z.ftlh:4: Encountered"), told);
    assertFalse(told.contains("STATIC_TEXT"), told);
    put(name, "one\n<#include \"nowhere.ftlh\">");
    told = assertThrows(Problem.class, () -> build("a-z.html")).getMessage();
    assertTrue(told.startsWith("filling in the theme's templates/a-z.ftlh:2: "), told);
    assertTrue(told.contains("nowhere.ftlh") && !told.contains("TemplateLoader"), told);
  }

  @Test
  void aTemplateOfNoNameOfOursIsToldWithTheNearest() throws IOException {
    put("docs/theme/templates/tabels.ftlh", "x");
    Problem problem = assertThrows(Problem.class, () -> build("index.html"));
    assertEquals(
        "reading the theme's docs/theme/templates/tabels.ftlh: Annals has no template of that"
            + " name, and none of the theme's names it",
        problem.getMessage());
    assertTrue(problem.advice().startsWith("Did you mean \"tables.ftlh\"? "), problem.advice());
    put("docs/theme/templates/a-z.ftlh", "<#include \"tabels.ftlh\">");
    assertEquals("x", build("a-z.html"));
    put("docs/theme/templates/markdown/home.ftlh", "x");
    problem = assertThrows(Problem.class, () -> build("index.html"));
    assertTrue(problem.advice().startsWith("Did you mean \"markdown/home.ftl\"? "));
  }

  @Test
  void theNamesOfOurTemplatesAreThoseOfTheirFiles() throws IOException {
    NavigableSet<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(Path.of("templates"))) {
      all.map(file -> Path.of("templates").relativize(file).toString())
          .filter(name -> name.matches("[^/]+\\.ftlh|markdown/.+"))
          .forEach(files::add);
    }
    files.remove("diff.ftlh"); // a report, which no theme has a part in
    assertEquals(files, Templates.replaceable());
  }

  @Test
  void aPictureThatAPageOfAThemeDoesNotShowIsTold() throws IOException {
    put("docs/theme/pages/house-rules.md", "# House rules\n\n`![a](a.png)` ![map](map.png)");
    List<String> notes = notesOfABuild();
    String told =
        "reading the theme's docs/theme/pages/house-rules.md:3: the picture map.png is not shown";
    assertEquals(1, notes.stream().filter(note -> note.startsWith(told)).count(), () -> "" + notes);
    String page = Files.readString(project.resolve("site/pages/house-rules.html"));
    assertTrue(page.contains("<em>map</em>"), page);
    List<String> again = notesOfABuild(); // nothing has changed: what was told is told again
    assertEquals(1, again.stream().filter(note -> note.startsWith(told)).count(), () -> "" + again);
  }

  private List<String> notesOfABuild() {
    NotingProgress heard = new NotingProgress(Progress.SILENT);
    new BuildSite(OwnSite.request(project, project.resolve("site")), heard).run();
    return heard.notes();
  }

  @Test
  void aLinkOfATemplateThatLeadsNowhereIsTheThemes() throws IOException {
    put("docs/theme/templates/a-z.ftlh", "<a href=\"nowhere.html\">x</a>");
    Problem problem = assertThrows(Problem.class, () -> build("a-z.html"));
    assertTrue(problem.getMessage().contains("a-z.html: nowhere.html"), problem.getMessage());
    assertTrue(problem.advice().contains("theme"), problem.advice());
    assertFalse(Files.exists(project.resolve("site")));
  }

  @Test
  void aThemeThatIsNotThereIsTold() throws IOException {
    put("annals.yml", "theme: nowhere\n");
    Problem problem = assertThrows(Problem.class, () -> build("index.html"));
    assertTrue(problem.getMessage().contains("there is no folder"), problem.getMessage());
  }
}
