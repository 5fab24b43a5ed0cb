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
  private final CallbackRun callbacks;
  private final SessionState session;
  private final PostgresRecorder recorder;
  private final Consumer<String> notes;

  MigrationRun(Ground ground, PostgresRecorder recorder, Consumer<String> notes) {
    this.connection = ground.migrator();
    this.server = ground.server();
    this.session = ground.session();
    this.recorder = recorder;
    this.notes = notes;
    this.callbacks = new CallbackRun(server, ground.database(), notes);
  }

  /** What happens between a migration and the callbacks after it. */
  interface Between {
    void run() throws SQLException;
  }

  /**
   * Runs one.
   *
   * @param rank its place in the order, counted from 1
   * @param transactional whether it runs in one transaction
   * @param between done when it is committed, and before the callbacks that come then
   * @throws Problem if it, or a callback, fails
   */
  Ran run(PlannedMigration planned, int rank, boolean transactional, Between between)
      throws SQLException {
    List<String> said = new ArrayList<>();
    List<RawLock> held = new ArrayList<>();
    callbacks.apart(planned.around().first(), planned, session, said::add);
    List<String> before = List.copyOf(said);
    said.clear();
    long start = System.nanoTime();
    attempt(planned, rank, transactional, said, held);
    long micros = (System.nanoTime() - start) / 1000;
    session.restore();
    between.run();
    said.addAll(0, before);
    callbacks.apart(planned.around().last(), planned, session, said::add);
    return new Ran(planned, micros, transactional, said, held, recorder.fetch());
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
      StatementRunner runner = new StatementRunner(connection, together, said::add, made);
      connection.setAutoCommit(!transactional);
      try {
        runner.run(planned);
        if (transactional) {
          held.addAll(recorder.locksOf(backend()));
        }
        session.applied(rank, planned.migration());
        connection.setAutoCommit(true); // commits
        return;
      } catch (SQLException e) {
        undo(connection, e);
        said.clear();
        held.clear();
        if (e instanceof BatchUpdateException && !connection.isClosed()) {
          // once more, to know which statement it was
          together = false;
          continue;
        }
        String refused = refusedRole(server, e, runner);
        String role = refused.isEmpty() ? missingRole(e) : refused;
        if (role.isEmpty() || provided.contains(role) || !transactional) {
          throw MigrationFailure.of(runner, e);
        }
        provide(server, role, runner.path(), notes);
        provided.add(role);
        if (!refused.isEmpty()) {
          made.add(role);
        }
      }
    }
  }

  /** Rolls back; where the connection is broken that fails too, and the first failure is told. */
  static void undo(Connection connection, SQLException first) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }

  /** The role that a migration takes for granted. */
  static String missingRole(SQLException e) {
    Matcher matcher = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
    return UNDEFINED_OBJECT.equals(e.getSQLState()) && matcher.find() ? matcher.group(1) : "";
  }

  /** The ordinary role that the server did not let the migration make. */
  static String refusedRole(ScratchServer server, SQLException e, StatementRunner runner) {
    return server.major() < SAFE_CREATEROLE ? CreateRole.refused(e, runner.sql()) : "";
  }

  static void provide(ScratchServer server, String role, String path, Consumer<String> notes) {
    server.provideRole(role);
    notes.accept(
        "the role "
            + role
            + ", which "
            + path.substring(path.lastIndexOf('/') + 1)
            + " asks for, was made for the replay");
  }

  private int backend() throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }
}
