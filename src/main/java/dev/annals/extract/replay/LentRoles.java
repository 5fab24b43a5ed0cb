package dev.annals.extract.replay;

import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.witness.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Lets the migrating role take on other roles, to ask in their names. */
final class LentRoles {

  /** Whoever is nobody in particular; no project has a role of that name. */
  private static final String NOBODY = "nobody_in_particular";

  /** Since then to be a member of a role is not yet to be able to act as it. */
  private static final int SET_OPTION = 16;

  private final ScratchServer server;
  private final String database;
  private final Map<String, Boolean> lent = new HashMap<>();

  LentRoles(ScratchServer server, String database) {
    this.server = server;
    this.database = database;
  }

  /** The role of the server that stands for one of a probe's. */
  static String nameOf(String role) {
    return role.equals(Probe.ANYBODY) ? NOBODY : role;
  }

  /** True where the migrating role may act as that one. */
  boolean lend(String role) {
    return lent.computeIfAbsent(nameOf(role), this::granted);
  }

  private boolean granted(String role) {
    try (Connection admin = server.admin(database);
        Statement statement = admin.createStatement()) {
      server.provideRole(role);
      statement.execute(
          "GRANT "
              + quoted(role)
              + " TO "
              + quoted(server.migratorRole())
              + (server.major() >= SET_OPTION ? " WITH SET TRUE" : ""));
      return true;
    } catch (Problem | SQLException e) {
      return false; // reserved, or one of the user's own: nothing is asked in its name
    }
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
