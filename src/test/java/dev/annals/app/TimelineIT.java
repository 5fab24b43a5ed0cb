package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for the migrations of a release, and what they do to rows that are there. */
class TimelineIT {

  @TempDir Path project;

  private Path built() {
    return OwnSite.of(project);
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void nobodyIsSaidWithWhatIsLeftOut() throws IOException {
    write("migrations/V1__orders.sql", "CREATE TABLE orders (id int PRIMARY KEY, note text);");
    write(
        "migrations/V2__check.sql",
        "ALTER TABLE orders ADD CONSTRAINT noted CHECK (note <> '') NOT VALID;");
    write("migrations/V3__checked.sql", "ALTER TABLE orders VALIDATE CONSTRAINT noted;");
    write("migrations/V4__refund.sql", "CREATE TABLE refund (id int PRIMARY KEY);");
    write("migrations/V5__amount.sql", "ALTER TABLE refund ADD COLUMN amount int;");
    write("migrations/V6__index.sql", "CREATE INDEX CONCURRENTLY orders_note ON orders (note);");
    write(
        "annals.yml",
        "title: Shop\nreleases: { from: list, list: [{ version: '1.0', through: '1' },"
            + " { version: '2.0', through: '6' }] }\n");
    Path site = built();
    assertEquals(
        List.of(
            "V2 readers and writers of orders",
            "V3 nobody but other DDL and VACUUM scans the table",
            "V4 nobody",
            "V5 nobody: only tables that are new in this release",
            "V6 nobody builds an index"),
        Jsoup.parse(Files.readString(site.resolve("releases/2.0.html")))
            .select(".timeline tbody tr")
            .eachText());
  }

  @Test
  void whatHasTheNameOfSomethingElseIsNotThat() throws IOException {
    write("migrations/V1__shop.sql", "CREATE TABLE shop (id int PRIMARY KEY, city text);");
    write(
        "migrations/V2__again.sql",
        "ALTER TABLE shop RENAME TO store; CREATE TABLE shop (id int PRIMARY KEY);");
    write(
        "migrations/V3__city.sql",
        "ALTER TABLE store DROP COLUMN city; ALTER TABLE store ADD COLUMN city text;");
    write("migrations/V4__swap.sql", "DROP TABLE shop; CREATE TABLE shop (id int PRIMARY KEY);");
    write("migrations/V5__last.sql", "ALTER TABLE shop ADD COLUMN opened date;");
    write("annals.yml", "title: Shop\n");
    Path site = built();
    assertEquals(
        List.of("Column 1 3", "id + integer not null \u00b7", "city + text \u2212", "city + text"),
        matrix(site, "public.store"));
    assertEquals(
        List.of(
            "Column 2 4 5",
            "id + integer not null \u2212",
            "id + integer not null \u00b7",
            "opened + date"),
        matrix(site, "public.shop"));
  }

  private static List<String> matrix(Path site, String table) throws IOException {
    return Jsoup.parse(Files.readString(site.resolve("history/" + table + ".html")))
        .select(".matrix tr")
        .eachText();
  }
}
