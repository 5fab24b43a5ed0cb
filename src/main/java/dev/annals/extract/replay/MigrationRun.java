package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.catalog.postgresql.PostgresRecorder.HeldLock;
import dev.annals.extract.catalog.postgresql.Recording;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Runs migrations one at a time on one connection, and records what each did. */
final class MigrationRun {

  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist");
  private static final String UNDEFINED_OBJECT = "42704";
  private static final int SAFE_CREATEROLE = 16;

  private final Connection connection;
  private final ScratchServer server;
  private final SessionState session;
  private final PostgresRecorder recorder;
  private final Consumer<String> notes;
  private Snapshot before;

  MigrationRun(
      Connection connection,
      ScratchServer server,
      SessionState session,
      PostgresRecorder recorder,
      Consumer<String> notes) {
    this.connection = connection;
    this.server = server;
    this.session = session;
    this.recorder = recorder;
    this.notes = notes;
    this.before = recorder.initial();
  }

  /**
   * Runs one.
   *
   * @param rank its place in the order, counted from 1
   * @param transactional whether it runs in one transaction
   * @throws Problem if it fails
   */
  Step run(PlannedMigration planned, int rank, boolean transactional) throws SQLException {
    Witness witness = new Witness(before.schema());
    long start = System.nanoTime();
    attempt(planned, rank, transactional, witness);
    long micros = (System.nanoTime() - start) / 1000;
    session.restore();
    Recording recording = recorder.read();
    Observation observation =
        witness.observation(recording, before.schema(), micros, transactional);
    before = recording.snapshot();
    return new Step(planned.migration(), recording.snapshot(), observation);
  }

  /**
   * A role that is missing, or may not be made, is provided, once for each name, and the migration
   * tried again.
   */
  private void attempt(PlannedMigration planned, int rank, boolean transactional, Witness witness)
      throws SQLException {
    List<String> provided = new ArrayList<>();
    Set<String> made = new HashSet<>();
    while (true) {
      StatementRunner runner = new StatementRunner(connection, planned, witness, made);
      connection.setAutoCommit(!transactional);
      try {
        runner.run();
        if (transactional) {
          witness.locks(locks());
        }
        session.applied(rank, planned.migration());
        connection.setAutoCommit(true); // commits
        return;
      } catch (SQLException e) {
        undo(e);
        String refused = refusedRole(e, runner);
        String role = refused.isEmpty() ? missingRole(e) : refused;
        if (role.isEmpty() || provided.contains(role) || !transactional) {
          throw MigrationFailure.of(planned.migration(), runner, e);
        }
        provide(role, planned);
        provided.add(role);
        if (!refused.isEmpty()) {
          made.add(role);
        }
        witness.forget();
      }
    }
  }

  /** Rolls back; where the connection is broken that fails too, and the first failure is told. */
  private void undo(SQLException first) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }

  private static String missingRole(SQLException e) {
    Matcher matcher = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
    return UNDEFINED_OBJECT.equals(e.getSQLState()) && matcher.find() ? matcher.group(1) : "";
  }

  private String refusedRole(SQLException e, StatementRunner runner) {
    return server.major() < SAFE_CREATEROLE ? CreateRole.refused(e, runner.sql()) : "";
  }

  private void provide(String role, PlannedMigration planned) {
    server.provideRole(role);
    notes.accept(
        "the role "
            + role
            + ", which "
            + planned.migration().script()
            + " asks for, was made for the replay");
  }

  private List<HeldLock> locks() throws SQLException {
    return recorder.locksOf(connection.unwrap(PGConnection.class).getBackendPID());
  }
}
