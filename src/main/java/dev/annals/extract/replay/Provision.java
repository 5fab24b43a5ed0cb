package dev.annals.extract.replay;

import dev.annals.extract.replay.server.ScratchServer;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration takes for granted and the scratch server does not have: roles, and databases
 * under the names that they have elsewhere. Each is provided once it is missed, and told.
 */
final class Provision {

  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist");

  /** Of what is undefined, and, by {@code SET ROLE}, of values that do not fit. */
  private static final Set<String> UNDEFINED = Set.of("42704", "22023");

  private static final Pattern MISSING_DATABASE =
      Pattern.compile("database \"(.*)\" does not exist");
  private static final Set<String> UNDEFINED_DATABASE = Set.of("3D000");

  /** Since then who makes a role is no member of it, and may make no role but ordinary ones. */
  private static final int SAFE_CREATEROLE = 16;

  private final ScratchServer server;
  private final Consumer<String> notes;
  private final Set<String> provided = new HashSet<>();
  private final Set<String> made = new HashSet<>();

  Provision(ScratchServer server, Consumer<String> notes) {
    this.server = server;
    this.notes = notes;
  }

  /** Roles that a migration would make itself, and that are there now. */
  Set<String> made() {
    return made;
  }

  /**
   * Provides what a statement failed for.
   *
   * @return false where it failed for something else, or in spite of that
   */
  boolean after(SQLException e, StatementRunner runner) {
    String file = runner.path().substring(runner.path().lastIndexOf('/') + 1);
    String database = named(MISSING_DATABASE, UNDEFINED_DATABASE, e);
    if (!database.isEmpty()) {
      boolean had = provided.add("database " + database) && server.provideDatabase(database);
      if (had) {
        notes.accept(
            "an empty database "
                + database
                + ", which "
                + file
                + " names, was made for the replay");
      }
      return had;
    }
    String refused = refusedRole(e, runner);
    String role = refused.isEmpty() ? missingRole(e) : refused;
    if (role.isEmpty() || !provided.add(role)) {
      return false;
    }
    boolean own = !refused.isEmpty() && server.major() >= SAFE_CREATEROLE;
    if (own) {
      server.lendRole(role);
    } else {
      server.provideRole(role);
    }
    notes.accept(
        own
            ? "migrations may act as the role " + role + " in the replay, as " + file + " does"
            : "the role " + role + ", which " + file + " asks for, was made for the replay");
    if (!refused.isEmpty()) {
      made.add(role);
    }
    return true;
  }

  /** The role that a migration takes for granted. */
  static String missingRole(SQLException e) {
    return named(MISSING_ROLE, UNDEFINED, e);
  }

  private static String named(Pattern message, Set<String> states, SQLException e) {
    Matcher matcher = message.matcher(String.valueOf(e.getMessage()));
    return states.contains(String.valueOf(e.getSQLState())) && matcher.find()
        ? matcher.group(1)
        : "";
  }

  /** The ordinary role that the server did not let the migration make, or act as. */
  private String refusedRole(SQLException e, StatementRunner runner) {
    return server.major() < SAFE_CREATEROLE
        ? CreateRole.refused(e, runner.sql())
        : ActingRole.refused(e, runner.sql());
  }
}
