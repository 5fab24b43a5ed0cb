package dev.annals.extract.catalog.postgresql;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Follows a database while it is replayed: after each migration only what that one touched is read
 * again. It works from a connection of the administrator's own, beside the one that migrates, and
 * leaves nothing that the migrating role could see or alter.
 */
public final class PostgresRecorder implements AutoCloseable {

  private static final String CURRENT_LINE =
      "CASE WHEN current_setting('annals.line', true) ~ '^[0-9]{1,9}$'"
          + " THEN current_setting('annals.line', true)::int ELSE 0 END";

  private final RecorderState state = new RecorderState();
  private final PreparedStatement changes;
  private final PreparedStatement locks;
  private Snapshot initial;
  private Snapshot last;
  private final long highestInitial;

  private PostgresRecorder(Connection admin, CatalogScope scope) throws SQLException {
    int major = admin.getMetaData().getDatabaseMajorVersion();
    String[] bookkeeping = scope.bookkeeping().toArray(String[]::new);
    try (Statement statement = admin.createStatement()) {
      statement.execute(SqlFile.read("recorder-begin.sql", major));
    }
    for (CatalogRow row : everything(admin, bookkeeping)) {
      state.add(row, Map.of());
    }
    this.changes = admin.prepareStatement("SELECT * FROM annals_recorder.changes(?)");
    changes.setArray(1, admin.createArrayOf("text", bookkeeping));
    this.locks = admin.prepareStatement(SqlFile.read("locks.sql", major));
    this.initial = state.snapshot();
    this.last = initial;
    this.highestInitial = state.highest();
  }

  /**
   * Puts what it needs into a database that was not copied from one which has it, and records
   * nothing yet; others may work there meanwhile.
   *
   * @param admin a superuser's connection
   */
  public static void install(Connection admin) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      if (installed(statement)) {
        return;
      }
      for (String one : installation(admin.getMetaData().getDatabaseMajorVersion())) {
        statement.execute(one);
      }
    }
  }

  private static boolean installed(Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery("SELECT to_regnamespace('annals_recorder') IS NOT NULL")) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** The statements that put what it needs into a database, run as a superuser. */
  public static List<String> installation(int major) {
    String sql =
        ObjectsSql.read(major)
            .filled(SqlFile.read("recorder.sql", major).replace("ANNALS_LINE", CURRENT_LINE));
    List<String> statements = new ArrayList<>(List.of("SET check_function_bodies = off"));
    statements.addAll(List.of(sql.split(";\n(?=CREATE|REVOKE|INSERT)")));
    return List.copyOf(statements);
  }

  /** Takes out what a recorder has put into a database. */
  public static void remove(Connection admin) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS annals_recorder CASCADE");
    }
  }

  /**
   * Reads the database, and records from here on.
   *
   * @param admin the connection that {@link #install} had; the recorder uses it until it is closed
   */
  public static PostgresRecorder begin(Connection admin, CatalogScope scope) throws SQLException {
    return new PostgresRecorder(admin, scope);
  }

  private static List<CatalogRow> everything(Connection admin, String[] bookkeeping)
      throws SQLException {
    try (PreparedStatement statement = admin.prepareStatement(SqlFile.read("everything.sql", 0))) {
      statement.setArray(1, admin.createArrayOf("text", bookkeeping));
      return RawRow.all(statement.executeQuery()).stream().map(RawRow::row).toList();
    }
  }

  /** The structure when it was installed. */
  public Snapshot initial() {
    return initial;
  }

  /** The highest identity in {@link #initial}. */
  public long highestInitial() {
    return highestInitial;
  }

  /** The highest identity that was given so far; for the thread that understands. */
  public long highest() {
    return state.highest();
  }

  /**
   * Goes on where another replay of the same files had come to.
   *
   * @param known the structure there, with the identities that it had
   * @param highest the highest identity given there so far
   * @return false, and nothing is changed, where the structure here is another
   */
  public boolean continues(Snapshot known, long highest) {
    if (!initial.schema().equals(known.schema())) {
      return false;
    }
    state.adopt(known, highest);
    initial = known;
    last = known;
    return true;
  }

  /** What a session has locked just now, for {@link #understand}. */
  public List<RawLock> locksOf(int backend) throws SQLException {
    List<RawLock> held = new ArrayList<>();
    locks.setInt(1, backend);
    try (ResultSet result = locks.executeQuery()) {
      while (result.next()) {
        held.add(new RawLock(result.getLong("relation"), result.getString("mode")));
      }
    }
    return held;
  }

  /**
   * A lock as the server tells it.
   *
   * @param relation the number of the relation
   * @param mode the server's word: {@code AccessExclusiveLock}
   */
  public record RawLock(long relation, String mode) {}

  /** What was committed since the last call, as it comes from the server. */
  public Changes fetch() throws SQLException {
    return new Changes(RawRow.all(changes.executeQuery()));
  }

  /** Changes that were fetched and wait to be understood. */
  public static final class Changes {

    private final List<RawRow> rows;

    private Changes(List<RawRow> rows) {
      this.rows = rows;
    }
  }

  /**
   * Applies changes, which are given in the order in which they were fetched. This needs no server,
   * so another thread than the one that fetches may do it.
   *
   * @param held locks from before the changes were committed
   */
  public Recording understand(Changes fetched, List<RawLock> held) {
    List<HeldLock> named = named(held);
    ChangeSet set = ChangeSet.of(fetched.rows);
    if (set.isEmpty()) {
      return new Recording(last, List.of(), named);
    }
    Map<Long, ObjectRef> names = set.names(state);
    set.apply(state);
    last = state.snapshot();
    return new Recording(last, set.events(names, state), named);
  }

  private List<HeldLock> named(List<RawLock> held) {
    List<HeldLock> named = new ArrayList<>();
    for (RawLock lock : held) {
      CatalogRow row = state.find((3L << 44) | (lock.relation() << 12));
      if (row != null) {
        named.add(new HeldLock(row.object().ref(), lock.mode()));
      }
    }
    return named;
  }

  @Override
  public void close() throws SQLException {
    changes.close();
    locks.close();
  }
}
