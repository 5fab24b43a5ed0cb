package dev.annals.extract.replay;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Runs the migrations of a plan one after another in a scratch database, over one connection and
 * under Flyway's rules, and keeps the schema after each.
 */
public final class Replay {

  private final ScratchServer server;
  private final Plan plan;
  private final Known known;
  private final ReplayListener listener;
  private final Consumer<Replayed> soFar;
  private final List<List<String>> notes = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();

  private Replay(
      ScratchServer server,
      Plan plan,
      Known known,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    this.server = server;
    this.plan = plan;
    this.known = known;
    this.listener = listener;
    this.soFar = soFar;
  }

  /**
   * Replays a plan in a database of its own, which is dropped afterwards.
   *
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static History run(ScratchServer server, Plan plan, ReplayListener listener) {
    return onwards(server, plan, Known.NOTHING, listener, unused -> {}).history();
  }

  /**
   * Replays a plan of which the beginning is known: that runs unwatched, and only what comes after
   * it is recorded.
   *
   * @param soFar told what was recorded before a migration that fails
   * @throws Problem if a migration fails, with its file, line and the server's message
   */
  public static Replayed onwards(
      ScratchServer server,
      Plan plan,
      Known known,
      ReplayListener listener,
      Consumer<Replayed> soFar) {
    try {
      return new Replay(server, plan, known, listener, soFar).run();
    } catch (Mismatch e) {
      // what was known is not what happens: everything is looked at
      return new Replay(server, plan, Known.NOTHING, listener, soFar).run();
    }
  }

  /** What was known does not fit. */
  private static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Replayed run() {
    // to take migrations apart takes Flyway as long as the server needs to be ready for them
    try (ParseAhead ahead = new ParseAhead(plan)) {
      return run(ahead);
    }
  }

  private Replayed run(ParseAhead ahead) {
    String database = server.createDatabase();
    try {
      Replayed history = runIn(database, ahead);
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

  private Replayed runIn(String database, ParseAhead ahead) {
    try (AdminSession session = AdminSession.open(server, database);
        Connection migrator = server.migrator(database)) {
      return runIn(database, ahead, session, migrator);
    } catch (SQLException e) {
      throw AdminSession.unprepared(server, e);
    }
  }

  private Replayed runIn(
      String database, ParseAhead ahead, AdminSession administrator, Connection migrator)
      throws SQLException {
    SessionState session = new SessionState(migrator, plan.settings());
    new CallbackRun(server, database, opened::add).opening(plan.callbacks(), migrator, session);
    session.prepare();
    unwatched(database, migrator, session, ahead);
    CatalogScope scope = CatalogScope.flyway(plan.settings().table());
    try (PostgresRecorder recorder = PostgresRecorder.begin(administrator.ready(), scope)) {
      if (!known.steps().isEmpty() && !recorder.continues(known.last(), known.highest())) {
        throw new Mismatch();
      }
      UndoTrials undo = new UndoTrials(server, database, plan, scope, session, ahead);
      return run(database, migrator, session, recorder, ahead, undo);
    }
  }

  /** Runs what is known. */
  private void unwatched(
      String database, Connection migrator, SessionState session, ParseAhead ahead)
      throws SQLException {
    PlainRun run = new PlainRun(migrator, server, database, session);
    for (int i = 0; i < known.steps().size(); i++) {
      if (!run.run(plan.migrations().get(i), i + 1, ahead.transactional(i))) {
        throw new Mismatch();
      }
    }
  }

  private Replayed run(
      String database,
      Connection migrator,
      SessionState session,
      PostgresRecorder recorder,
      ParseAhead ahead,
      UndoTrials undo)
      throws SQLException {
    List<PlannedMigration> migrations = plan.migrations();
    Set<String> said = new TreeSet<>(opened);
    MigrationRun run = new MigrationRun(migrator, server, database, session, recorder, said::add);
    notes.addAll(known.notes());
    try (Assembler assembler = new Assembler(recorder)) {
      for (int i = known.steps().size(); i < migrations.size(); i++) {
        listener.running(i + 1, migrations.size(), migrations.get(i).migration().script());
        int step = i;
        try {
          assembler.take(
              run.run(
                  migrations.get(i),
                  i + 1,
                  ahead.transactional(i),
                  () -> undo.after(step, migrator)));
        } catch (Problem e) {
          soFar.accept(replayed(recorder, assembler.steps(), undo.runs()));
          throw e;
        }
        notes.add(List.copyOf(said));
        said.clear();
      }
      return replayed(recorder, assembler.steps(), undo.runs());
    }
  }

  private Replayed replayed(PostgresRecorder recorder, List<Step> recorded, List<UndoRun> tried) {
    List<Step> steps = new ArrayList<>(known.steps());
    steps.addAll(recorded);
    List<UndoRun> undone = new ArrayList<>(known.undone());
    tried.stream().filter(run -> run.step() < steps.size()).forEach(undone::add);
    Snapshot initial = known.steps().isEmpty() ? recorder.initial() : known.initial();
    return new Replayed(
        history(server, plan, initial, steps, undone, notes), notes, known.steps().size());
  }

  /**
   * The history that these steps are.
   *
   * @param notes of the steps, in their order
   */
  public static History history(
      ScratchServer server,
      Plan plan,
      Snapshot initial,
      List<Step> steps,
      List<UndoRun> undone,
      List<List<String>> notes) {
    Set<String> said = new TreeSet<>();
    notes.forEach(said::addAll);
    List<String> all = new ArrayList<>(plan.notes());
    all.addAll(said);
    return new History(
        server.engine(),
        initial,
        steps,
        plan.undo().stream().map(PlannedMigration::migration).toList(),
        undone,
        all);
  }
}
