package dev.annals.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.FlywayRun;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replay with a schema recorded after every migration, against Flyway's own migrate of the same
 * files on the same server, in turn. Prints figures, and holds the law that both leave one schema.
 *
 * <pre>
 * mvn test -Pbench -Dtest=ReplayBench -Dbench.project=examples/bookshop -Dbench.runs=5
 * mvn test -Pbench -Dtest=ReplayBench -Dbench.history=1000x200
 * </pre>
 */
@Tag("bench")
class ReplayBench {

  @TempDir Path temp;

  @Test
  void replayAgainstFlyway() throws SQLException, IOException {
    Path project = project();
    int runs = Integer.getInteger("bench.runs", 5);
    Config config = new ConfigReader(Map.of()).read(project, project.resolve("annals.yml"));
    DatabaseConfig database = config.databases().get(0);
    FlywaySettings settings =
        SettingsReader.read(project, database.locations(), database.settings());
    ScratchServer server = SharedServer.get(database.major());
    double[] ours = new double[runs];
    double[] flyway = new double[runs];
    int migrations = 0;
    for (int run = -1; run < runs; run++) {
      server.createDatabase(); // waits for the last one's end: databases are dropped beside work
      long start = System.nanoTime();
      Plan plan = FlywayProject.resolve(FileSet.ofFolders(project, settings.folders()), settings);
      History history = Replay.run(server, plan, (number, all, script) -> {});
      long recorded = System.nanoTime();
      server.createDatabase();
      long middle = System.nanoTime();
      String name = FlywayRun.migrate(server, project, settings);
      long end = System.nanoTime();
      Schema schema = FlywayRun.schema(server, name, settings);
      server.dropDatabase(name);
      assertEquals(schema, history.last().schema());
      migrations = history.steps().size();
      if (run >= 0) {
        ours[run] = (recorded - start) / 1e6;
        flyway[run] = (end - middle) / 1e6;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d migrations; recorded replay %.0f ms, Flyway migrate %.0f ms (medians of %d), ratio %.2f%n",
        config.title(),
        migrations,
        median(ours),
        median(flyway),
        runs,
        median(ours) / median(flyway));
  }

  private Path project() throws IOException {
    String history = System.getProperty("bench.history", "");
    if (history.isEmpty()) {
      return Path.of(System.getProperty("bench.project", "examples/bookshop")).toAbsolutePath();
    }
    List<Integer> size = Stream.of(history.split("x")).map(Integer::valueOf).toList();
    return SyntheticProject.deep(temp, size.get(0), size.get(1));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
