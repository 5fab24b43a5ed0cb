package dev.annals.extract.replay.server;

import static dev.annals.extract.replay.server.ServerSql.quoted;

import dev.annals.model.Problem;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Databases of our own on the user's server. */
final class ExternalServer implements ScratchServer {

  private final ExternalAddress address;
  private final Duration statementTimeout;
  private final Statements keeper;
  private final int major;
  private final String role;
  private final Set<String> databases = new LinkedHashSet<>();
  private final Set<String> roles = new LinkedHashSet<>();

  private ExternalServer(ExternalAddress address, Duration statementTimeout, Statements keeper) {
    this.address = address;
    this.statementTimeout = statementTimeout;
    this.keeper = keeper;
    this.major = Integer.parseInt(keeper.list(ServerSql.sql("major.sql")).get(0));
    this.role = keeper.list("SELECT current_user").get(0);
  }

  static ExternalServer connect(
      String jdbcUrl,
      String user,
      String password,
      ServerSettings settings,
      Consumer<String> notes) {
    ExternalAddress address = ExternalAddress.of(jdbcUrl, user, password);
    Statements keeper = new Statements(firstConnection(address));
    try {
      ExternalServer server = new ExternalServer(address, settings.statementTimeout(), keeper);
      server.requireRights();
      server.dropLeftovers(notes);
      notes.accept(
          "Migrations are replayed on your server "
              + address.shown()
              + " as \""
              + server.role
              + "\": with that role's rights, and roles they create stay there.");
      return server;
    } catch (RuntimeException e) {
      keeper.close();
      throw e;
    }
  }

  private static Connection firstConnection(ExternalAddress address) {
    try {
      return address.source(address.database(), new Properties()).getConnection();
    } catch (SQLException e) {
      throw Problem.failure(
          "Connecting to the scratch server " + address.shown() + ": " + e.getMessage(),
          "Check the URL, user and password of `scratch:`, and that the server runs.",
          e);
    }
  }

  private void requireRights() {
    if (!keeper.list(ServerSql.sql("may-create.sql")).contains("yes")) {
      throw Problem.failure(
          "Using the scratch server "
              + address.shown()
              + ": the role \""
              + role
              + "\" may not create databases.",
          "As a superuser there: ALTER ROLE " + quoted(role) + " CREATEDB;");
    }
  }

  private void dropLeftovers(Consumer<String> notes) {
    for (String each : keeper.list(ServerSql.sql("leftovers.sql"))) {
      try {
        keeper.attempt("DROP DATABASE IF EXISTS " + quoted(each));
      } catch (SQLException e) {
        // Somebody has just connected, or another run was faster.
        notes.accept("The scratch database " + each + " of an earlier run is still in use.");
      }
    }
  }

  /** What else is on a user's server, its extensions for instance, may change from day to day. */
  @Override
  public String build() {
    return "";
  }

  @Override
  public int major() {
    return major;
  }

  @Override
  public String migratorRole() {
    return role;
  }

  @Override
  public synchronized String createDatabase() {
    String now = keeper.list(ServerSql.sql("now.sql")).get(0);
    long random = new SecureRandom().nextLong();
    String name = String.format(Locale.ROOT, "annals_scratch_%s_%016x", now, random);
    // Held by this connection while the database is needed: how a later run knows we are alive.
    keeper.list("SELECT pg_catalog.pg_advisory_lock(pg_catalog.hashtext('" + name + "'))");
    keeper.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
    databases.add(name);
    return name;
  }

  @Override
  public synchronized void dropDatabase(String database) {
    if (!databases.remove(database)) {
      throw new IllegalArgumentException("not made here: " + database);
    }
    keeper.execute("DROP DATABASE IF EXISTS " + quoted(database) + " WITH (FORCE)");
  }

  @Override
  public synchronized void provideRole(String name) {
    ScratchRoles.refuseReserved(name);
    List<String> existing = keeper.list("SELECT rolname FROM pg_catalog.pg_roles");
    if (!existing.contains(name)) {
      keeper.execute("CREATE ROLE " + quoted(name) + " NOLOGIN");
      roles.add(name);
      keeper.execute("GRANT " + quoted(name) + " TO CURRENT_USER");
    }
  }

  @Override
  public Connection admin(String database) {
    Properties options = new Properties();
    options.setProperty("options", "-c search_path=pg_catalog");
    return Statements.connect(address.source(database, options), database);
  }

  @Override
  public Connection migrator(String database) {
    return Statements.connect(migratorSource(database), database);
  }

  @Override
  public DataSource migratorSource(String database) {
    Properties options = new Properties();
    options.setProperty("options", "-c statement_timeout=" + statementTimeout.toMillis());
    return address.source(database, options);
  }

  @Override
  public synchronized void close() {
    try (keeper) {
      List.copyOf(databases).forEach(this::dropDatabase);
      roles.forEach(each -> keeper.execute("DROP ROLE IF EXISTS " + quoted(each)));
      roles.clear();
    }
  }
}
