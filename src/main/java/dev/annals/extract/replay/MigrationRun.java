package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.catalog.postgresql.PostgresRecorder.RawLock;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import java.sql.BatchUpdateException;
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
  }

  /**
   * Runs one.
   *
   * @param rank its place in the order, counted from 1
   * @param transactional whether it runs in one transaction
   * @throws Problem if it fails
   */
  Ran run(PlannedMigration planned, int rank, boolean transactional) throws SQLException {
    List<String> said = new ArrayList<>();
    List<RawLock> held = new ArrayList<>();
    long start = System.nanoTime();
    attempt(planned, rank, transactional, said, held);
    long micros = (System.nanoTime() - start) / 1000;
    session.restore();
    return new Ran(planned.migration(), micros, transactional, said, held, recorder.fetch());
  }

  /**
   * A role that is missing, or may not be made, is provided, once for each name, and the migration
   * tried again.
   */
  private void attempt(
      PlannedMigration planned,
      int rank,
      boolean transactional,
      List<String> said,
      List<RawLock> held)
      throws SQLException {
    List<String> provided = new ArrayList<>();
    Set<String> made = new HashSet<>();
    boolean together = transactional;
    while (true) {
      StatementRunner runner = new StatementRunner(connection, planned, together, said::add, made);
      connection.setAutoCommit(!transactional);
      try {
        runner.run();
        if (transactional) {
          held.addAll(recorder.locksOf(backend()));
        }
        session.applied(rank, planned.migration());
        connection.setAutoCommit(true); // commits
        return;
      } catch (SQLException e) {
        undo(e);
        said.clear();
        held.clear();
        if (e instanceof BatchUpdateException && !connection.isClosed()) {
          // once more, to know which statement it was
          together = false;
          continue;
        }
        String refused = refusedRole(e, runner, server.major());
        String role = refused.isEmpty() ? missingRole(e) : refused;
        if (role.isEmpty() || provided.contains(role) || !transactional) {
          throw MigrationFailure.of(planned.migration(), runner, e);
        }
        provide(role, planned);
        provided.add(role);
        if (!refused.isEmpty()) {
          made.add(role);
        }
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

  static String missingRole(SQLException e) {
    Matcher matcher = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
    return UNDEFINED_OBJECT.equals(e.getSQLState()) && matcher.find() ? matcher.group(1) : "";
  }

  static String refusedRole(SQLException e, StatementRunner runner, int major) {
    return major < SAFE_CREATEROLE ? CreateRole.refused(e, runner.sql()) : "";
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

  private int backend() throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }
}
