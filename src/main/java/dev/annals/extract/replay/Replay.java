package dev.annals.extract.replay;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the migrations of a plan one after another in a scratch database, over one connection and
 * under Flyway's rules, and keeps the schema after each.
 */
public final class Replay {

  private final ScratchServer server;
  private final Plan plan;
  private final ReplayListener listener;
  private final Set<String> notes = new TreeSet<>();

  private Replay(ScratchServer server, Plan plan, ReplayListener listener) {
    this.server = server;
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * Replays a plan in a database of its own, which is dropped afterwards.
   *
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static History run(ScratchServer server, Plan plan, ReplayListener listener) {
    return new Replay(server, plan, listener).run();
  }

  private History run() {
    // to take migrations apart takes Flyway as long as the server needs to be ready for them
    try (ParseAhead ahead = new ParseAhead(plan)) {
      return run(ahead);
    }
  }

  private History run(ParseAhead ahead) {
    String database = server.createDatabase();
    try {
      History history = runIn(database, ahead);
      server.dropDatabase(database);
      return history;
    } catch (RuntimeException e) {
      dropAfter(e, database);
      throw e;
    }
  }

  /** Where the server is gone, dropping fails too; what went wrong first is what is told. */
  private void dropAfter(RuntimeException first, String database) {
    try {
      server.dropDatabase(database);
    } catch (Problem e) {
      first.addSuppressed(e);
    }
  }

  private History runIn(String database, ParseAhead ahead) {
    try (Connection admin = server.admin(database);
        Connection migrator = server.migrator(database)) {
      SessionState session = new SessionState(migrator, plan.settings());
      session.prepare();
      CatalogScope scope = new CatalogScope(Set.of(plan.settings().table(), "schema_version"));
      try (PostgresRecorder recorder = PostgresRecorder.install(admin, scope)) {
        UndoTrials undo = new UndoTrials(server, database, plan, scope, session, ahead);
        return run(migrator, session, recorder, ahead, undo);
      }
    } catch (SQLException e) {
      throw Problem.failure(
          "preparing the replay on " + server.engine() + ": " + e.getMessage(),
          "Recording needs the rights of a superuser on the scratch server.",
          e);
    }
  }

  private History run(
      Connection migrator,
      SessionState session,
      PostgresRecorder recorder,
      ParseAhead ahead,
      UndoTrials undo)
      throws SQLException {
    List<PlannedMigration> migrations = plan.migrations();
    MigrationRun run = new MigrationRun(migrator, server, session, recorder, notes::add);
    List<Step> steps;
    try (Assembler assembler = new Assembler(recorder)) {
      for (int i = 0; i < migrations.size(); i++) {
        listener.running(i + 1, migrations.size(), migrations.get(i).migration().script());
        assembler.take(run.run(migrations.get(i), i + 1, ahead.transactional(i)));
        undo.after(i, migrator);
      }
      steps = assembler.steps();
    }
    List<String> all = new ArrayList<>(plan.notes());
    all.addAll(notes);
    return new History(
        server.engine(),
        recorder.initial(),
        steps,
        plan.undo().stream().map(PlannedMigration::migration).toList(),
        undo.runs(),
        all);
  }
}
