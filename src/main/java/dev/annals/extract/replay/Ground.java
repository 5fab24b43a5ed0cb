package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A database in which migrations run, and the session that runs them: a new one, or, on a server of
 * its own, one that begins where a former replay had come to.
 */
final class Ground implements AutoCloseable {

  private final ScratchServer server;
  private final boolean own;
  private final String database;
  private Connection migrator;
  private SessionState session;
  private Future<?> written = CompletableFuture.completedFuture("nothing");

  private Ground(ScratchServer server, boolean own, String database) {
    this.server = server;
    this.own = own;
    this.database = database;
  }

  /** A new database, in which nothing has happened yet. */
  static Ground in(ScratchServer server) {
    return new Ground(server, false, server.createDatabase());
  }

  /** Opens the session, and does all that comes before the first migration. */
  void begin(Plan plan, Consumer<String> notes) throws SQLException {
    migrator = server.migrator(database);
    session = new SessionState(migrator, plan.settings());
    new CallbackRun(server, database, notes).opening(plan.callbacks(), migrator, session);
    session.prepare();
  }

  /**
   * A server that has what was kept.
   *
   * @param moment where the former replay was
   * @param server the server; it is the caller's to close
   */
  record Kept(Moment moment, ScratchServer server) {

    /**
     * Starts it.
     *
     * @param state what {@link Ground#keep} wrote
     * @throws Problem where that cannot be had again
     */
    static Kept start(ScratchServer server, InputStream state) {
      try (state) {
        Moment moment = Moment.read(state);
        return new Kept(moment, server.from(state));
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  /**
   * Goes on where a former replay of the same files was.
   *
   * @param kept whose server is closed with the ground
   * @param beside opens what else is to be connected as if it had been from the beginning
   * @throws Problem where that cannot be had again
   */
  static Ground at(Kept kept, Plan plan, Consumer<Ground> beside) {
    ScratchServer other = kept.server();
    Moment moment = kept.moment();
    try {
      Ground ground = new Ground(other, true, moment.database());
      other.withoutStoredSettings(() -> ground.connect(beside));
      ground.resume(plan, moment);
      return ground;
    } catch (SQLException | RuntimeException e) {
      other.close();
      throw unusable(e);
    }
  }

  private static Problem unusable(Exception e) {
    return Problem.failure("going on from a kept database: " + e.getMessage(), "", e);
  }

  private void connect(Consumer<Ground> beside) {
    try (Connection admin = server.admin(database)) {
      PostgresRecorder.remove(admin);
    } catch (SQLException e) {
      throw AdminSession.unprepared(server, e);
    }
    migrator = server.migrator(database);
    beside.accept(this);
  }

  private void set(SortedMap<String, String> settings) throws SQLException {
    try (var statement = migrator.prepareStatement("SELECT pg_catalog.set_config(?, ?, false)")) {
      for (var each : settings.entrySet()) {
        statement.setString(1, each.getKey());
        statement.setString(2, each.getValue());
        statement.execute();
      }
    }
  }

  /**
   * Keeps the database as it is, if a new session in a copy of it would be the same; while nothing
   * runs. Other databases of the server are dropped.
   *
   * @param plan whose first migrations have run
   * @param steps how many
   * @param made how many databases its replay has made
   */
  void keep(Plan plan, int steps, int made, States states) throws SQLException {
    Optional<Moment> known = moment(plan, steps);
    if (known.isEmpty()) {
      return;
    }
    Moment moment = known.get();
    server
        .image(database, made)
        .ifPresent(
            file ->
                written =
                    states.keep(
                        steps,
                        out -> {
                          moment.writeTo(out);
                          Files.copy(file, out);
                          Files.delete(file);
                        }));
  }

  /** Where it is, if a new session would be the same. */
  private Optional<Moment> moment(Plan plan, int steps) throws SQLException {
    boolean java =
        plan.migrations().subList(0, steps).stream().anyMatch(m -> m.code().isJava())
            || plan.callbacks().all().stream().anyMatch(c -> c.code().isJava());
    Optional<List<String>> settings = java ? Optional.empty() : OwnSettings.of(plan, steps);
    return settings.isPresent() && session.canBeAgain()
        ? Optional.of(new Moment(database, session.order(), session.settings(settings.get())))
        : Optional.empty();
  }

  /**
   * Goes on in a new session, if that is the same: an old one has learnt so much of a large
   * database that all it does takes longer. While nothing runs.
   *
   * @param plan whose first migrations have run
   * @param steps how many
   */
  void renewSession(Plan plan, int steps) throws SQLException {
    Optional<Moment> moment = moment(plan, steps);
    if (moment.isPresent() && session.isWithoutStoredSettings()) {
      SessionState former = session;
      migrator.close();
      migrator = server.migrator(database);
      resume(plan, moment.get());
      session.beginsWith(former.beginning());
    }
  }

  private void resume(Plan plan, Moment moment) throws SQLException {
    session = SessionState.again(migrator, plan.settings(), moment.session());
    set(moment.settings());
    session.restore();
  }

  ScratchServer server() {
    return server;
  }

  String database() {
    return database;
  }

  Connection migrator() {
    return migrator;
  }

  SessionState session() {
    return session;
  }

  /** Ends the session. */
  void closeSession() throws SQLException {
    if (migrator != null) {
      migrator.close();
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      closeSession();
    } finally {
      if (own) {
        Beside.result(written);
        server.closeSoon();
      } else {
        server.dropDatabase(database);
      }
    }
  }
}
