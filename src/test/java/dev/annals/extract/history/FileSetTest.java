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
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations behind symbolic links, and files that are none. */
class FileSetTest {

  @TempDir Path temp;
  private Path project;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(temp.resolve("shop"));
    Files.createDirectories(project.resolve("real/more"));
    Files.writeString(project.resolve("real/V1__a.sql"), "SELECT 1;");
    Files.writeString(project.resolve("real/more/V2__b.sql"), "SELECT 2;");
  }

  private Set<String> files(String folder) {
    return FileSet.ofFolders(project, List.of(folder)).files().keySet();
  }

  @Test
  void aLinkThatStaysInTheProjectIsFollowed() throws IOException {
    Files.createSymbolicLink(project.resolve("migrations"), Path.of("real"));
    Files.createSymbolicLink(project.resolve("real/again"), Path.of("..", "real"));
    Files.createSymbolicLink(project.resolve("real/lost.sql"), Path.of("nowhere"));
    assertEquals(Set.of("migrations/V1__a.sql", "migrations/more/V2__b.sql"), files("migrations"));
  }

  @Test
  void aFolderBehindALinkIsCalledAsGitCallsIt() throws IOException {
    Files.createSymbolicLink(project.resolve("migrations"), Path.of("real"));
    Files.createSymbolicLink(project.resolve("sql"), temp);
    assertEquals(
        List.of("real", "sql"),
        SettingsReader.read(project, List.of("migrations", "sql"), Map.of()).folders());
  }

  @Test
  void aLinkThatLeavesTheProjectIsRefused() throws IOException {
    Path other = Files.createDirectories(temp.resolve("other"));
    Files.writeString(other.resolve("V3__c.sql"), "SELECT 3;");
    Files.createSymbolicLink(project.resolve("real/V3__c.sql"), other.resolve("V3__c.sql"));
    Problem file = assertThrows(Problem.class, () -> files("real"));
    assertTrue(
        file.getMessage().contains("real/V3__c.sql leads to")
            && file.getMessage().contains("other"),
        file.getMessage());
    Files.createSymbolicLink(project.resolve("migrations"), other);
    Problem folder = assertThrows(Problem.class, () -> files("migrations"));
    assertTrue(folder.getMessage().contains("outside of the project"), folder.getMessage());
  }

  @Test
  void manyFilesThatAreNoMigrationsAreCounted() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (int i = 1; i < 9; i++) {
      files.put("sql/2017%02d__x.sql".formatted(i), new byte[0]);
    }
    FlywaySettings settings = new FlywaySettings("", List.of("sql"), Map.of());
    assertEquals(
        List.of(
            "sql/201701__x.sql is ignored by Flyway: its name is not that of a migration",
            "7 more files there are ignored by Flyway in the same way; if they are migrations"
                + " without the V: migrations: { settings: { sqlMigrationPrefix: \"\" } }"),
        FlywayProject.resolve(new FileSet(files), settings).notes());
  }
}
