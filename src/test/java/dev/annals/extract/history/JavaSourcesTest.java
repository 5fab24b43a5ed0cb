package dev.annals.extract.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourcesTest {

  private static final List<String> FOLDERS = List.of("src/main/resources/db/migration");

  @TempDir private Path project;

  @Test
  void allMigrationsInCodeAreToldInOneSentence() throws IOException {
    assertEquals(List.of(), JavaSources.notes(project, FOLDERS));
    code(1);
    assertTrue(
        JavaSources.notes(project, FOLDERS)
            .get(0)
            .startsWith("src/main/java/db/migration/V1__Step.java is a migration in code"));
    for (int number = 2; number <= 8; number++) {
      code(number);
    }
    List<String> notes = JavaSources.notes(project, FOLDERS);
    assertEquals(1, notes.size());
    assertTrue(
        notes
            .get(0)
            .startsWith(
                "8 migrations in code are not run, what they do is not in this history:"
                    + " src/main/java/db/migration/V1__Step.java, V2__Step.java, V3__Step.java,"
                    + " V4__Step.java, V5__Step.java, V6__Step.java and 2 more. Code of a project"),
        notes.toString());
  }

  private void code(int number) throws IOException {
    Path folder = Files.createDirectories(project.resolve("src/main/java/db/migration"));
    Files.writeString(folder.resolve("V" + number + "__Step.java"), "class Step {}");
  }
}
