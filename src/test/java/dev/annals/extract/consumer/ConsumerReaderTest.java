package dev.annals.extract.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files and statements are a project's own. */
class ConsumerReaderTest {

  @TempDir Path folder;

  @Test
  void statementsKnowWhereTheyAre() throws IOException {
    write("queries/a.sql", "-- who\nSELECT 1;\n\nUPDATE t SET a = :a;\nSET search_path TO x;\n");
    write("queries/deep/b.sql", "WITH gone AS (DELETE FROM t RETURNING a) SELECT a FROM gone\n");
    ConsumerReader.Result read =
        ConsumerReader.read(project(), List.of("queries/*.sql", "queries/**/*.sql", "none/*.sql"));
    assertEquals(
        List.of("queries/a.sql:2", "queries/a.sql:4", "queries/deep/b.sql:1"),
        read.statements().stream().map(OwnStatement::place).toList());
    assertEquals(
        List.of(Side.READER, Side.WRITER, Side.WRITER),
        read.statements().stream().map(own -> own.probe().side()).toList());
    assertEquals("UPDATE t SET a = $1", read.statements().get(1).probe().sql());
    assertEquals(
        List.of(
            "consumers: queries/a.sql:5 is left out, it is a SET",
            "consumers: no file is called none/*.sql"),
        read.notes());
  }

  @Test
  void nothingOutsideOfTheProjectIsRead() throws IOException {
    Files.writeString(folder.resolve("secret.sql"), "SELECT 1;");
    write("inside.txt", "");
    for (String pattern : List.of("../secret.sql", "/etc/passwd", "a/../../secret.sql", "C:/x")) {
      Problem problem =
          assertThrows(
              Problem.class, () -> ConsumerReader.read(project(), List.of(pattern)), pattern);
      assertEquals(Problem.Kind.USAGE, problem.kind());
    }
    Files.createSymbolicLink(project().resolve("link.sql"), folder.resolve("secret.sql"));
    assertTrue(ConsumerReader.read(project(), List.of("*.sql")).statements().isEmpty());
  }

  private Path project() {
    return folder.resolve("project");
  }

  private void write(String path, String text) throws IOException {
    Path file = project().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
