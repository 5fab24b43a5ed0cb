package dev.annals.judge.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every design rule's example on a real server: all rules together find what {@code expected.txt}
 * says, the rule itself among them; in {@code safer.sql} it finds nothing, and no rule that is sure
 * finds anything.
 *
 * <p>{@code -Dgolden.update=true} writes {@code expected.txt} anew.
 */
class DesignExamplesIT {

  private static final Path FOLDERS = Path.of("examples/design");

  @TestFactory
  Stream<DynamicTest> examples() {
    return DesignPages.all().stream()
        .map(page -> DynamicTest.dynamicTest(page.id(), () -> check(page)));
  }

  private static void check(RulePage page) throws IOException, SQLException {
    Schema before = replayed(page.before());
    List<String> found = lines(before);
    String text = String.join("", found);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FOLDERS.resolve(page.id()).resolve("expected.txt"), text);
    } else {
      assertEquals(page.expected(), text);
    }
    assertTrue(
        found.stream().anyMatch(line -> line.startsWith(page.id() + " ")),
        "its own rule does not speak:\n" + text);
    List<String> still =
        lines(replayed(page.safer())).stream()
            .filter(line -> line.startsWith(page.id() + " ") || line.contains(" high "))
            .toList();
    assertEquals(List.of(), still, "what is found in the schema without the weakness");
  }

  /** {@code rule severity confidence subject | what}, rule by rule. */
  private static List<String> lines(Schema schema) {
    Blueprint blueprint = new Blueprint(schema);
    return DesignCatalogue.rules().stream()
        .flatMap(
            rule -> {
              List<Flaw> flaws = rule.find(blueprint).toList();
              flaws.forEach(flaw -> checkWords(flaw, schema));
              return flaws.stream().map(flaw -> line(rule, flaw));
            })
        .sorted()
        .toList();
  }

  private static void checkWords(Flaw flaw, Schema schema) {
    for (ObjectRef subject : flaw.subjects()) {
      assertTrue(schema.find(subject).isPresent(), subject + " is not there");
    }
    assertTrue(flaw.what().matches("(?s).*[^.]"), flaw.what());
    assertTrue(flaw.why().matches("(?s)[\\p{Lu}\\d(].*\\."), flaw.why());
    assertTrue(flaw.instead().matches("(?s)\\p{Lu}.*[.;]"), flaw.instead());
  }

  private static String line(DesignRule rule, Flaw flaw) {
    Confidence confidence = DesignCatalogue.confidence(rule, flaw);
    return Stream.of(
                rule.id(),
                DesignCatalogue.severity(rule, flaw).label(),
                confidence.label(),
                "|",
                flaw.what())
            .collect(Collectors.joining(" "))
        + "\n";
  }

  /** The schema that a script makes; what it does by {@code -- superuser} is its own business. */
  private static Schema replayed(String sql) throws SQLException {
    ScratchServer server = SharedServer.get();
    String database = server.createDatabase();
    try (Connection admin = server.admin(database);
        Statement statement = admin.createStatement()) {
      statement.execute("SET search_path TO public");
      statement.execute(sql);
      return PostgresCatalog.read(admin, CatalogScope.flyway()).schema();
    } finally {
      server.dropDatabase(database);
    }
  }
}
