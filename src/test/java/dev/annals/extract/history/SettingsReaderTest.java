package dev.annals.extract.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What projects say to Flyway. */
class SettingsReaderTest {

  @TempDir Path project;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(project.resolve("sql"));
  }

  private FlywaySettings read(String name, String text) throws IOException {
    Files.writeString(project.resolve(name), text);
    return SettingsReader.read(project, List.of(), Map.of());
  }

  private FlywaySettings toml(String text) throws IOException {
    return read("flyway.toml", "[flyway]\nlocations = [\"filesystem:sql\"]\n" + text);
  }

  @Test
  void theNamedEnvironmentTellsSchemasAndMayOverrule() throws IOException {
    FlywaySettings settings =
        toml(
            """
            environment = "dev"
            mixed = false
            executeInTransaction = false
            placeholders.who = "all"
            [environments.dev]
            url = "jdbc:postgresql://localhost/secret"
            password = "secret"
            schemas = ["shop", "other"]
            initSql = "SET lock_timeout = '5s'"
            [environments.dev.flyway]
            mixed = true
            [environments.prod]
            schemas = ["elsewhere"]
            """);
    assertEquals("shop", settings.defaultSchema());
    assertEquals(
        Map.of(
            "flyway.schemas", "shop,other",
            "flyway.initSql", "SET lock_timeout = '5s'",
            "flyway.mixed", "true",
            "flyway.executeInTransaction", "false",
            "flyway.placeholders.who", "all"),
        settings.properties());
  }

  @Test
  void withoutANamedEnvironmentWhatAllAgreeAboutCounts() throws IOException {
    String both =
        "[environments.%s]\nschemas = [\"shop\"]\n[environments.prod]\nschemas = [\"%s\"]\n";
    assertEquals("shop", toml(both.formatted("default", "other")).defaultSchema());
    assertEquals("shop", toml(both.formatted("dev", "shop")).defaultSchema());
    FlywaySettings unlike = toml(both.formatted("dev", "other"));
    assertEquals("", unlike.defaultSchema());
    assertEquals(
        List.of(
            "the environments of flyway.toml do not agree about schemas: none is taken; say which"
                + " one you mean (flyway.environment)"),
        unlike.notes());
    assertEquals(List.of(), toml("").notes());
  }

  @Test
  void aLocationThatIsNotThereIsPassedOverAsFlywayDoes() throws IOException {
    String both = "flyway.locations=filesystem:sql,filesystem:gone\n";
    FlywaySettings settings = read("flyway.conf", both);
    assertEquals(List.of("sql"), settings.folders());
    assertEquals(
        List.of(
            "flyway.conf names the location filesystem:gone, which is not in the project: passed"
                + " over, as Flyway does where there is no such folder"),
        settings.notes());
    refused(both + "flyway.failOnMissingLocations=true\n", "there is no such folder");
    refused("flyway.locations=filesystem:gone\n", "there is no such folder");
    refused("flyway.locations=filesystem:..\n", "it lies outside of the project");
    Problem own =
        assertThrows(
            Problem.class, () -> SettingsReader.read(project, List.of("sql", "gone"), Map.of()));
    assertTrue(own.getMessage().contains("\"gone\": there is no such folder"), own.getMessage());
  }

  @Test
  void settingsOfOursMayBeCalledAsFlywaysFileCallsThem() {
    assertEquals(
        Map.of("flyway.mixed", "true", "flyway.table", "applied"),
        SettingsReader.read(
                project, List.of("sql"), Map.of("flyway.mixed", "true", "table", "applied"))
            .properties());
  }

  private void refused(String text, String why) {
    Problem problem = assertThrows(Problem.class, () -> read("flyway.conf", text));
    assertTrue(problem.getMessage().contains(why), problem.getMessage());
  }
}
