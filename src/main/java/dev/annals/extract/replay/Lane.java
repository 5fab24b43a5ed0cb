package dev.annals.extract.replay;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A database of its own in which the migrations of a plan run, the first of them unwatched. */
final class Lane implements AutoCloseable {

  private final Plan plan;
  private final ParseAhead ahead;
  private final Ground ground;
  private final AdminSession administrator;
  private final Set<String> said = new TreeSet<>();
  private final List<List<String>> notes = new ArrayList<>();
  private PlainRun unwatched;
  private PostgresRecorder recorder;
  private MigrationRun watched;
  private UndoTrials undo;
  private Assembler assembler;

  private Lane(Plan plan, ParseAhead ahead, Ground ground, AdminSession administrator) {
    this.plan = plan;
    this.ahead = ahead;
    this.ground = ground;
    this.administrator = administrator;
  }

  /** Makes the database and all that comes before the first migration. */
  static Lane open(ScratchServer server, Plan plan, ParseAhead ahead) throws SQLException {
    Ground ground = Ground.in(server);
    Lane lane = new Lane(plan, ahead, ground, AdminSession.open(server, ground.database()));
    try {
      ground.begin(plan, lane.said::add);
      lane.unwatched = new PlainRun(ground, lane.said::add);
      return lane;
    } catch (SQLException | RuntimeException e) {
      lane.closeAfter(e);
      throw e;
    }
  }

  /**
   * Goes on in a database that was kept.
   *
   * @param step how many migrations have run there
   * @param kept whose server is closed with the lane
   * @throws dev.annals.model.Problem where it cannot be had again
   */
  static Lane at(int step, Ground.Kept kept, Plan plan, ParseAhead ahead) {
    List<AdminSession> administrator = new ArrayList<>();
    Ground ground =
        Ground.at(
            kept,
            plan,
            each -> {
              administrator.add(AdminSession.open(each.server(), each.database()));
              administrator.get(0).ready();
            });
    Lane lane = new Lane(plan, ahead, ground, administrator.get(0));
    lane.notes.addAll(Collections.nCopies(step, List.of()));
    lane.unwatched = new PlainRun(ground, lane.said::add);
    return lane;
  }

  /**
   * Keeps the database as it is.
   *
   * @param steps how many migrations have run
   * @param made how many databases this replay has made
   */
  void keep(int steps, int made, States states) throws SQLException {
    administrator.ready();
    ground.keep(plan, steps, made, states);
  }

  /**
   * Runs the next migration unwatched.
   *
   * @return false where it fails
   */
  boolean pass(int step) throws SQLException {
    boolean ran = unwatched.run(plan.migrations().get(step), step + 1, ahead.transactional(step));
    note();
    return ran;
  }

  /**
   * Records from here on.
   *
   * @param known what another replay of the same files has recorded up to here; goes on with its
   *     identities
   * @return false where the structure here is another
   */
  boolean record(Known known) throws SQLException {
    CatalogScope scope = CatalogScope.flyway(plan.settings().table());
    recorder = PostgresRecorder.begin(administrator.ready(), scope);
    if (!known.steps().isEmpty() && !recorder.continues(known.last(), known.highest())) {
      return false;
    }
    undo = new UndoTrials(ground, plan, scope, ahead);
    watched = new MigrationRun(ground, recorder, said::add);
    assembler = new Assembler(recorder);
    return true;
  }

  /**
   * Runs and records the next migration.
   *
   * @throws dev.annals.model.Problem if it fails
   */
  void run(int step) throws SQLException {
    PlannedMigration planned = plan.migrations().get(step);
    assembler.take(
        watched.run(
            planned,
            step + 1,
            ahead.transactional(step),
            () -> undo.after(step, ground.migrator())));
    note();
  }

  private void note() {
    notes.add(List.copyOf(said));
    said.clear();
  }

  /** The structure when recording began. */
  Snapshot initial() {
    return recorder.initial();
  }

  /** The highest identity given when recording began. */
  long highestInitial() {
    return recorder.highestInitial();
  }

  /** The highest identity given so far; asked for when all steps are there. */
  long highest() {
    return recorder.highest();
  }

  /** Waits for the last step that was recorded, and returns all. */
  List<Step> steps() {
    return assembler.steps();
  }

  /** What became of the undo scripts of recorded steps. */
  List<UndoRun> undone() {
    return undo.runs();
  }

  /** What a reader should know about each step's run, in their order, unwatched ones too. */
  List<List<String>> notes() {
    return List.copyOf(notes);
  }

  /** Where the server is gone, closing fails too; what went wrong first is what is told. */
  private void closeAfter(Exception first) {
    try {
      close();
    } catch (SQLException | RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (ground) {
      closeSessions();
    }
  }

  /** Nothing more runs here, though the database stays until it is closed. */
  void closeSessions() throws SQLException {
    try (administrator) {
      if (assembler != null) {
        assembler.close();
      }
      if (recorder != null) {
        recorder.close();
      }
      ground.closeSession();
    }
  }
}
