package dev.annals.extract.replay.server;

import static dev.annals.extract.replay.server.ServerSql.quoted;

import dev.annals.model.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The roles that migrations speak of, on a server of ours. */
record ScratchRoles(Statements keeper, String migrator) {

  /** In use by another database, or granted by a role that is. */
  private static final String STILL_NEEDED = "2BP01";

  void provide(String name) {
    refuseReserved(name);
    if (!all().contains(name)) {
      // like the migrating role it may create in schemas of the database's owner
      keeper.execute("CREATE ROLE " + quoted(name) + " NOLOGIN IN ROLE annals_owner");
    }
    keeper.execute("GRANT " + quoted(name) + " TO " + quoted(migrator) + " WITH ADMIN OPTION");
  }

  /** Lets the migrating role act as one, made by itself or not, which then may own things. */
  void lend(String name) {
    provide(name);
    keeper.execute("GRANT annals_owner TO " + quoted(name));
    // who is granted a role again keeps what he was not granted the first time
    keeper.execute(
        "GRANT " + quoted(name) + " TO " + quoted(migrator) + " WITH SET TRUE, INHERIT TRUE");
  }

  static void refuseReserved(String name) {
    boolean reserved = name.startsWith("pg_") || name.startsWith("annals_");
    if (reserved || name.isBlank()) {
      throw Problem.failure(
          "Making the role \"" + name + "\" on the scratch server: that name is reserved.",
          "Roles of the server give rights over the host; only `trust: true` replays with them.");
    }
  }

  /** Drops what no database needs any more, and what a migration set on our own role. */
  void forgetUnused() {
    List<String> left = all();
    if (!left.isEmpty() && !dropped(left)) {
      left.forEach(each -> dropped(List.of(each)));
    }
    keeper.execute("ALTER ROLE " + quoted(migrator) + " RESET ALL");
  }

  private boolean dropped(List<String> names) {
    String list = names.stream().map(ServerSql::quoted).collect(Collectors.joining(", "));
    try {
      keeper.attempt("DROP ROLE " + list);
      return true;
    } catch (SQLException e) {
      if (STILL_NEEDED.equals(e.getSQLState())) {
        return false;
      }
      throw Problem.failure(
          "Dropping roles on the scratch server: " + e.getMessage(), "Please report this.", e);
    }
  }

  private List<String> all() {
    return keeper.list(ServerSql.sql("roles.sql"));
  }
}
