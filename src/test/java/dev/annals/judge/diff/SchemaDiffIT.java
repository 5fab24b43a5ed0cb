package dev.annals.judge.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.change.Change;
import dev.annals.model.schema.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a real server does to its own texts after a rename, and to identities after a type change,
 * is no change. Each step of {@code derived.sql} begins with the changes that are expected of it.
 */
class SchemaDiffIT {

  @Test
  void whatTheServerWritesAnewIsNoChange() throws SQLException, IOException {
    ScratchServer server = SharedServer.get(17);
    String database = server.createDatabase();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (Connection admin = server.admin(database);
        Connection replayer = server.migrator(database);
        PostgresRecorder recorder = recorder(admin);
        Statement statement = replayer.createStatement()) {
      Snapshot before = recorder.initial();
      for (String step : steps()) {
        statement.execute(step);
        Snapshot after = recorder.understand(recorder.fetch(), List.of()).snapshot();
        step.lines().filter(line -> line.startsWith("-- ")).forEach(expected::add);
        SchemaDiff.between(before, after).forEach(change -> found.add("-- " + told(change)));
        before = after;
      }
    } finally {
      server.dropDatabase(database);
    }
    assertEquals(String.join("\n", expected), String.join("\n", found));
  }

  private static List<String> steps() throws IOException {
    try (var in = SchemaDiffIT.class.getResourceAsStream("derived.sql")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("----\\n"));
    }
  }

  private static String told(Change change) {
    String text = change.getClass().getSimpleName() + " " + change.subject();
    if (change instanceof Change.Renamed renamed) {
      return text + " was " + renamed.before().ref().qualified();
    }
    return change instanceof Change.Altered altered
        ? text
            + " "
            + altered.property().label()
            + ": "
            + altered.from()
            + " > "
            + altered.to()
            + "."
        : text;
  }

  private static PostgresRecorder recorder(Connection admin) throws SQLException {
    PostgresRecorder.install(admin);
    return PostgresRecorder.begin(admin, CatalogScope.flyway());
  }
}
