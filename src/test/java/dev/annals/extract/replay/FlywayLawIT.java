package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the replay: the schema that it leaves is the one that Flyway's migrate leaves. */
class FlywayLawIT {

  @ParameterizedTest
  @ValueSource(strings = {"examples/bookshop/migrations", "src/test/resources/histories/tiny"})
  void replayGivesTheSchemaThatFlywayGives(String folder) throws SQLException {
    Path project = Path.of(folder).toAbsolutePath();
    FlywaySettings settings = SettingsReader.read(project, List.of("."), Map.of());
    Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, List.of(".")), settings);
    assertFalse(plan.migrations().isEmpty());
    ScratchServer server = SharedServer.get();
    History history = Replay.run(server, plan, (number, all, script) -> {});
    String database = FlywayRun.migrate(server, project, settings);
    try {
      Schema flyway = FlywayRun.schema(server, database, settings);
      assertEquals(text(flyway), text(history.last().schema()));
    } finally {
      server.dropDatabase(database);
    }
  }

  private static String text(Schema schema) {
    return schema.objects().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
