package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.postgresql.NastySteps;
import dev.annals.model.schema.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever search finds has a page, and its place on it. */
class SearchIT {

  /** What has no page and no place on one, or is found by what it publishes. */
  private static final EnumSet<ObjectKind> NOT_FOUND =
      EnumSet.of(
          ObjectKind.SCHEMA,
          ObjectKind.EXTENSION,
          ObjectKind.PUBLISHED_TABLE,
          ObjectKind.GRANT,
          ObjectKind.DEFAULT_PRIVILEGE);

  @TempDir Path project;

  @Test
  void everyPlaceThatSearchLeadsToIsThere() throws IOException {
    List<String> steps =
        NastySteps.of(17).get(0).stream().map(statement -> statement.strip() + ";\n").toList();
    put(
        "annals.yml",
        """
        title: Everything
        releases: { from: migrations }
        databases: [{ name: shop, trust: true }]
        """);
    put("migrations/V1__everything.sql", String.join("", steps).replace(";;", ";"));
    put(
        "migrations/V2__more.sql",
        """
        CREATE FUNCTION shop.noted() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER told ON ddl_command_end EXECUTE FUNCTION shop.noted();
        """);
    put(
        "docs/schema/shop.customer.md",
        "---\narea: sales\ndecisions: [docs/adr/1.md]\n---\nWho buys.\n");
    put("docs/adr/1.md", "# Names are short\n\nThey are.\n");
    SortedMap<String, byte[]> site = Bookshop.read(OwnSite.of(project));
    assertEquals(List.of(), SearchPlaces.dead(site));
    Set<String> kinds = new TreeSet<>();
    SearchPlaces.of(site).forEach(place -> kinds.add(place.kind()));
    Set<String> all = new TreeSet<>(Set.of("area", "decision", "migration", "release", "rule"));
    EnumSet.complementOf(NOT_FOUND).forEach(kind -> all.add(called(kind)));
    assertEquals(all, kinds);
  }

  @Test
  void soItIsInTheBookshop() throws IOException {
    SortedMap<String, byte[]> site = Bookshop.read(Bookshop.site());
    assertEquals(List.of(), SearchPlaces.dead(site));
    assertTrue(SearchPlaces.of(site).size() > 300);
  }

  private static String called(ObjectKind kind) {
    return switch (kind) {
      case DOMAIN_CHECK -> "check";
      case ENUM_VALUE -> "value";
      default -> kind.label().replace(" constraint", "");
    };
  }

  private void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
