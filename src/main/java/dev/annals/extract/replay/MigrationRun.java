package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.catalog.postgresql.PostgresRecorder.RawLock;
import dev.annals.extract.history.JavaCode;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Runs migrations one at a time on one connection, and records what each did. */
final class MigrationRun {

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
   * A role that is missing, or may not be made or acted as, is provided, once for each name, and
   * the migration tried again: where its statements are committed one by one, from where it was.
   */
  private void attempt(
      PlannedMigration planned,
      int rank,
      boolean transactional,
      List<String> said,
      List<RawLock> held)
      throws SQLException {
    Provision provision = new Provision(server, notes);
    boolean together = transactional;
    int done = 0;
    while (true) {
      StatementRunner runner =
          new StatementRunner(connection, together, said::add, provision.made()).after(done);
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
        held.clear();
        if (transactional) {
          said.clear();
        }
        if (e instanceof BatchUpdateException && !connection.isClosed()) {
          // once more, to know which statement it was
          together = false;
          continue;
        }
        if (!isAgain(planned.code(), transactional) || !provision.after(e, runner)) {
          throw MigrationFailure.of(runner, e);
        }
        done = transactional ? 0 : runner.done();
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

  /** True for what can be tried again: of a class nobody knows how far it was. */
  static boolean isAgain(JavaCode code, boolean transactional) {
    return transactional || !code.isJava();
  }

  private int backend() throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }
}
