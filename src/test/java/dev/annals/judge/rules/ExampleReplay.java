package dev.annals.judge.rules;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule's example on a real server: the schema before, and what each migration after it did.
 *
 * <p>The schema before can begin with lines that say how it is meant: {@code -- server: 18}, the
 * first, needs that major; {@code -- identities: unknown} compares by name, as a live database is
 * compared; {@code -- superuser} runs as one, and nothing is measured.
 *
 * @param snapshots the schema before, and after each migration
 * @param seen what was seen of each migration
 * @param routes the statements of each
 */
record ExampleReplay(List<Snapshot> snapshots, List<Observation> seen, List<Route> routes) {

  private static final String BY_NAME = "-- identities: unknown\n";
  private static final String SUPERUSER = "-- superuser\n";
  private static final String SERVER = "(?:-- server: \\d+\n)?";

  /** What one migration of the example did: the rules' own claims, and what was seen. */
  record Judged(List<Verdict> claims, Observation seen) {}

  /**
   * Replays the schema before and then migrations, which a line {@code -- next migration} parts.
   */
  static ExampleReplay of(ScratchServer server, String before, String migrations) {
    List<String> scripts = new ArrayList<>(List.of(before));
    scripts.addAll(Arrays.asList(migrations.split("-- next migration\n")));
    String meant = before.replaceFirst(SERVER, "");
    if (meant.startsWith(SUPERUSER)) {
      return ofSuperuser(server, scripts);
    }
    ExampleReplay replay = ofMigrator(server, scripts);
    return meant.startsWith(BY_NAME) ? replay.byName() : replay;
  }

  private static ExampleReplay ofMigrator(ScratchServer server, List<String> scripts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String script : scripts) {
      files.put(
          "sql/V" + (files.size() + 1) + "__step.sql", script.getBytes(StandardCharsets.UTF_8));
    }
    FlywaySettings settings = new FlywaySettings("", List.of("sql"), Map.of());
    List<Step> steps =
        Replay.run(
                server,
                FlywayProject.resolve(new FileSet(files), settings),
                (number, all, script) -> {})
            .steps();
    return new ExampleReplay(
        steps.stream().map(Step::after).toList(),
        steps.stream().skip(1).map(Step::observation).toList(),
        steps.stream().skip(1).map(step -> Route.of(List.of(step))).toList());
  }

  private static ExampleReplay ofSuperuser(ScratchServer server, List<String> scripts) {
    String database = server.createDatabase();
    List<Snapshot> snapshots = new ArrayList<>();
    try (Connection admin = server.admin(database);
        Statement statement = admin.createStatement()) {
      statement.execute("SET search_path TO public");
      for (String script : scripts) {
        statement.execute(script);
        snapshots.add(PostgresCatalog.read(admin, CatalogScope.flyway()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      server.dropDatabase(database);
    }
    return new ExampleReplay(
        snapshots,
        Collections.nCopies(snapshots.size() - 1, Observation.NOTHING),
        Collections.nCopies(snapshots.size() - 1, Route.UNKNOWN));
  }

  private ExampleReplay byName() {
    return new ExampleReplay(
        snapshots.stream().map(snapshot -> Snapshot.of(snapshot.schema())).toList(),
        Collections.nCopies(seen.size(), Observation.NOTHING),
        Collections.nCopies(seen.size(), Route.UNKNOWN));
  }

  /** What the migrations did, one by one. */
  List<Judged> judged() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      judged.add(judge(snapshots.get(i), snapshots.get(i + 1), seen.get(i), routes.get(i)));
    }
    return judged;
  }

  /** The schema in the end. */
  Schema last() {
    return snapshots.get(snapshots.size() - 1).schema();
  }

  private static Judged judge(Snapshot before, Snapshot after, Observation seen, Route route) {
    List<Change> changes = SchemaDiff.between(before, after);
    ChangeContext context =
        new ChangeContext(before.schema(), after.schema(), changes, seen, route);
    return new Judged(
        changes.stream().map(change -> RuleCatalogue.judge(change, context)).toList(), seen);
  }
}
