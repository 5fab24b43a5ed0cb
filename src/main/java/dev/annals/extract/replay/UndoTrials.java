package dev.annals.extract.replay;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import dev.annals.model.history.UndoRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tries undo scripts, each right after its migration: over a connection of its own, in a
 * transaction that is rolled back. The replay goes on as if nothing had been, whatever they do.
 */
final class UndoTrials {

  private final ScratchServer server;
  private final String database;
  private final CatalogScope scope;
  private final SessionState session;
  private final ParseAhead ahead;
  private final Map<Integer, PlannedMigration> scripts;
  private final List<UndoRun> runs = new ArrayList<>();

  UndoTrials(Ground ground, Plan plan, CatalogScope scope, ParseAhead ahead) {
    this.server = ground.server();
    this.database = ground.database();
    this.scope = scope;
    this.session = ground.session();
    this.ahead = ahead;
    this.scripts = plan.undoBySteps();
  }

  /** What became of the scripts that were tried so far. */
  List<UndoRun> runs() {
    return List.copyOf(runs);
  }

  /**
   * Tries the script of a migration that has just been committed, if there is one.
   *
   * @param migrator the connection that the replay goes on with; nothing may be open on it
   */
  void after(int step, Connection migrator) throws SQLException {
    PlannedMigration script = scripts.get(step);
    if (script == null) {
      return;
    }
    Migration undo = script.migration();
    String obstacle = obstacle(script);
    if (!obstacle.isEmpty()) {
      runs.add(new UndoRun.Untried(step, undo, obstacle));
      return;
    }
    SequenceGuard sequences = new SequenceGuard(migrator);
    sequences.remember();
    try (Connection connection = server.migrator(database)) {
      new CallbackRun(server, database, note -> {}).beside(session, connection);
      runs.add(new UndoTrial(server, connection, scope, script).run(step));
    } catch (SQLException e) {
      runs.add(new UndoRun.Failed(step, undo, 0, String.valueOf(e.getMessage())));
    }
    sequences.restore();
  }

  private String obstacle(PlannedMigration script) {
    try {
      return ahead.undoTransactional(script)
          ? OwnTransaction.in(script)
          : "it has to run outside of a transaction";
    } catch (Problem e) {
      return "Flyway cannot read it: "
          + String.valueOf(e.getMessage()).replaceFirst(".*refuses it: ", "");
    }
  }
}
