package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What programs read first that read for people: what the database is, and where its main pages
 * are, as <a href="https://llmstxt.org">llmstxt.org</a> describes it. It is small whatever the
 * schema: lists of areas and tables stand in it where they are short.
 */
final class LlmsFile {

  static final String PATH = "llms.txt";

  private static final int MOST_TABLES = 200;

  private static final int MOST_AREAS = 100;

  private static final int RELEASES = 5;

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;
  private final StringBuilder text = new StringBuilder();

  LlmsFile(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
  }

  static SiteFile of(Kit kit) {
    return new LlmsFile(kit).file();
  }

  private SiteFile file() {
    text.append("# ").append(plain(chronicle.project().title())).append("\n\n");
    Rationale purpose = index.page("index");
    String why = purpose == null ? "" : HomePage.firstSentence(purpose.body());
    text.append("> ").append(why.isEmpty() ? "The history of a database schema." : plain(why));
    text.append("\n\nSchema version ").append(index.past().version());
    text.append(" on ").append(plain(chronicle.engine())).append(": ");
    text.append(
        HomePage.counts(index).stream()
            .map(fact -> fact.html() + " " + fact.label())
            .collect(Collectors.joining(", ")));
    text.append(".\n");
    pages();
    areas();
    tables();
    releases();
    if (kit.browsed()) {
      head("Data");
      line("chronicle.json", "chronicle.json", "everything: releases, migrations, changes");
      line("schema.json", "schema.json", "the schema as it is today");
      line("columns.csv", ColumnsCsv.PATH, "all columns");
      line("loading-order.csv", LoadingFile.PATH, "in which order tables can be filled");
    }
    return SiteFile.text(PATH, text.toString());
  }

  private void pages() {
    head("Pages");
    line("Home", "index.html", "purpose, areas, what is new");
    line("Tables", TablesPage.PATH, "all tables in one list");
    line("Everything by name", "a-z.html", "tables, views, routines, types and sequences");
    line("Diagram", DiagramPage.PATH, "tables and their foreign keys");
    line("Releases", "releases/index.html", "what each release changed, and what it broke");
    line("Migrations", "migrations/index.html", "the SQL of each migration, and what it did");
    line("Checks", ChecksPages.PATH, "findings");
  }

  private void areas() {
    Map<String, List<ObjectRef>> areas = index.areas().members();
    if (!areas.isEmpty() && areas.size() <= MOST_AREAS) {
      head("Areas");
      areas.forEach(
          (area, tables) ->
              line(area, PageNames.area(area), Counted.of(tables.size(), "relation")));
    }
  }

  private void tables() {
    List<Table> tables = index.tables();
    if (!tables.isEmpty() && tables.size() <= MOST_TABLES) {
      head("Tables");
      for (Table table : tables) {
        Rationale page = index.page(table.ref());
        String why = page == null ? "" : HomePage.firstSentence(page.body());
        line(
            table.ref().display(),
            PageNames.page(table.ref()),
            TablesPage.brief(why.isEmpty() ? table.comment() : why));
      }
    }
  }

  private void releases() {
    List<Release> latest = Release.latest(chronicle.releases());
    head("Latest releases");
    for (Release release : latest.subList(0, Math.min(RELEASES, latest.size()))) {
      String date = release.cut().date();
      line(
          release.cut().name(),
          PageNames.release(release.cut().name()),
          (release.cut().title() + (date.isEmpty() ? "" : " (" + date + ")")).strip());
    }
  }

  private void head(String title) {
    text.append("\n## ").append(title).append("\n\n");
  }

  private void line(String name, String path, String note) {
    String base = kit.browsed() ? chronicle.project().url() : "";
    text.append("- [").append(plain(name)).append("](");
    text.append(base.isEmpty() ? "" : base + "/").append(kit.address(path)).append(')');
    text.append(note.isEmpty() ? "" : ": " + plain(note)).append('\n');
  }

  /** A text in one line that Markdown takes for a text. */
  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceAll("[\\\\\\[\\]<>`*]", "\\\\$0");
  }
}
