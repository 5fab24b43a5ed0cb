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
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Runs migrations one at a time on one connection, and records what each did. */
final class MigrationRun {

  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist");
  private static final String UNDEFINED_OBJECT = "42704";

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

  /** A role that is missing is provided, once for each name, and the migration tried again. */
  private void attempt(PlannedMigration planned, int rank, boolean transactional, Witness witness)
      throws SQLException {
    List<String> provided = new ArrayList<>();
    while (true) {
      StatementRunner runner = new StatementRunner(connection, planned, witness);
      connection.setAutoCommit(!transactional);
      try {
        runner.run();
        if (transactional) {
          witness.locks(locks());
        }
        session.applied(rank, planned.migration());
        if (transactional) {
          connection.commit();
        }
        return;
      } catch (SQLException e) {
        if (transactional) {
          connection.rollback();
        }
        String role = missingRole(e);
        if (role.isEmpty() || provided.contains(role) || !transactional) {
          throw MigrationFailure.of(planned.migration(), runner, e);
        }
        provide(role, planned);
        provided.add(role);
        witness.forget();
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  static String missingRole(SQLException e) {
    Matcher matcher = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
    return UNDEFINED_OBJECT.equals(e.getSQLState()) && matcher.find() ? matcher.group(1) : "";
  }

  private void provide(String role, PlannedMigration planned) {
    server.provideRole(role);
    notes.accept(
        "the role "
            + role
            + ", which "
            + planned.migration().script()
            + " takes for granted, was made for the replay");
  }

  private List<HeldLock> locks() throws SQLException {
    return recorder.locksOf(connection.unwrap(PGConnection.class).getBackendPID());
  }
}
