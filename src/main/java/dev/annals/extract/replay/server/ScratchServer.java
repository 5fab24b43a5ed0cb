package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server to replay on, ours alone: in a private folder, on no network, for as long as
 * this process lives. Migrations run as an ordinary role that owns its database; reading and
 * watching is done as an administrator.
 *
 * <p>Safe for use by several threads.
 */
public final class ScratchServer implements AutoCloseable {

  static final String ADMIN = "annals_admin";

  /** The role that migrations run as. */
  public static final String REPLAYER = "annals";

  /** Owns the databases; the replaying role and the roles provided for it are members. */
  private static final String OWNER = "annals_owner";

  private final RunFolder run;
  private final Process process;
  private final int major;
  private final boolean trust;
  private final AtomicInteger databases = new AtomicInteger();

  private ScratchServer(RunFolder run, Process process, int major, boolean trust) {
    this.run = run;
    this.process = process;
    this.major = major;
    this.trust = trust;
  }

  /**
   * What a server is started with.
   *
   * @param major the PostgreSQL major; 0 for the bundled one
   * @param trust the replaying role gets superuser rights
   * @param offline fetch nothing
   * @param cache where unpacked binaries are kept
   * @param statementSeconds how long one statement of a migration may take
   */
  public record Settings(
      int major, boolean trust, boolean offline, Path cache, int statementSeconds) {}

  /** True where the binaries of a major need not be fetched. */
  public static boolean present(int major) {
    return Archive.present(major);
  }

  /**
   * Starts one.
   *
   * @throws Problem if it cannot be started
   */
  public static ScratchServer start(Settings settings) {
    int major = settings.major() == 0 ? Archive.bundledMajor() : settings.major();
    Installation installation =
        Installation.of(Archive.of(major, settings.offline()), settings.cache());
    RunFolder.removeLeftovers();
    RunFolder run = RunFolder.create();
    try {
      run.copyTemplate(installation.template());
      Process process = Account.start(command(run, installation), run.path(), null);
      ScratchServer server = new ScratchServer(run, process, major, settings.trust());
      server.awaitReady();
      server.prepare(settings);
      return server;
    } catch (IOException e) {
      run.delete();
      throw Problem.failure(
          "starting PostgreSQL " + major + ": " + e.getMessage(),
          "Is there room in the temporary folder, and may programs run from the cache folder?",
          e);
    }
  }

  private static List<String> command(RunFolder run, Installation installation) throws IOException {
    Path watchdog = run.path().resolve("watchdog.sh");
    try (InputStream in =
        ScratchServer.class.getResourceAsStream("/dev/annals/server/watchdog.sh")) {
      Files.copy(in, watchdog);
    }
    List<String> command =
        new ArrayList<>(List.of("sh", watchdog.toString(), run.path().toString()));
    command.addAll(Account.prefix());
    command.add(installation.binary("postgres").toString());
    command.addAll(List.of("-D", run.data().toString(), "-k", run.path().toString(), "-F"));
    for (String setting :
        List.of(
            "listen_addresses=",
            "unix_socket_permissions=0700",
            "wal_level=minimal",
            "max_wal_senders=0",
            "full_page_writes=off",
            "synchronous_commit=off",
            "autovacuum=off",
            "jit=off",
            "max_connections=60",
            "max_locks_per_transaction=512",
            "shared_buffers=64MB",
            "max_worker_processes=0",
            "max_parallel_workers=0",
            "temp_file_limit=1GB",
            "log_min_messages=fatal")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  private void awaitReady() throws IOException {
    for (int i = 0; i < 6000; i++) {
      if (!process.isAlive()) {
        throw new IOException("the server ended at once: " + run.log());
      }
      try {
        connect(ADMIN, "postgres").close();
        return;
      } catch (SQLException e) {
        pause();
      }
    }
    throw new IOException("the server did not answer within a minute: " + run.log());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** On majors before 16 CREATEROLE could grant itself the running of programs: not given there. */
  private void prepare(Settings settings) throws IOException {
    String rights = trust ? "SUPERUSER" : major >= 16 ? "CREATEROLE" : "";
    try (Connection connection = connect(ADMIN, "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + OWNER + " NOLOGIN");
      statement.execute("CREATE ROLE " + REPLAYER + " LOGIN " + rights + " IN ROLE " + OWNER);
      statement.execute(
          "ALTER ROLE "
              + REPLAYER
              + " SET statement_timeout = '"
              + settings.statementSeconds()
              + "s'");
      statement.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The server's major. */
  public int major() {
    return major;
  }

  /** {@code PostgreSQL 17}. */
  public String engine() {
    return "PostgreSQL " + major;
  }

  /** The private folder that it lives in. */
  Path folder() {
    return run.path();
  }

  /** A fresh database, owned by the replaying role. */
  public String createDatabase() {
    String name = "annals_" + databases.incrementAndGet();
    try {
      try (Connection connection = connect(ADMIN, "postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
      }
      try (Connection connection = connect(ADMIN, name);
          Statement statement = connection.createStatement()) {
        if (major < 15) {
          statement.execute("ALTER SCHEMA public OWNER TO " + OWNER);
        }
        // dumps comment on plpgsql, which only its owner may
        statement.execute(
            "UPDATE pg_catalog.pg_extension SET extowner = '" + REPLAYER + "'::pg_catalog.regrole");
      }
      return name;
    } catch (SQLException e) {
      throw Problem.failure(
          "creating a scratch database: " + e.getMessage(), "Is there room on the disk?", e);
    }
  }

  /** Removes a database that {@link #createDatabase} made, and everybody's connections to it. */
  public void dropDatabase(String name) {
    try (Connection connection = connect(ADMIN, "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw Problem.failure("removing a scratch database: " + e.getMessage(), "", e);
    }
  }

  /** A connection that may do everything. */
  public Connection admin(String database) throws SQLException {
    return connect(ADMIN, database);
  }

  /** A connection as the role that migrations run as. */
  public Connection replayer(String database) throws SQLException {
    return connect(REPLAYER, database);
  }

  /** The address of a database, for a library that connects by itself. */
  public String url(String database) {
    return "jdbc:postgresql://localhost/"
        + database
        + "?sslmode=disable&gssEncMode=disable&socketFactory="
        + UnixSocketFactory.class.getName()
        + "&socketFactoryArg="
        + run.socket();
  }

  /**
   * Makes a role that a migration takes for granted: one that cannot log in, and which the
   * replaying role may grant and act as.
   *
   * @return false where the name is reserved, or the role was there already
   */
  public boolean provideRole(String role) {
    if (role.startsWith("pg_") || role.startsWith(REPLAYER)) {
      return false;
    }
    String quoted = "\"" + role.replace("\"", "\"\"") + "\"";
    try (Connection connection = connect(ADMIN, "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + quoted + " NOLOGIN IN ROLE " + OWNER);
      statement.execute("GRANT " + quoted + " TO " + REPLAYER + " WITH ADMIN OPTION");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect(String role, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", role);
    properties.setProperty("ApplicationName", "annals");
    Connection connection = DriverManager.getConnection(url(database), properties);
    try (Statement statement = connection.createStatement()) {
      // the driver asks for this machine's zone, and zones decide what some migrations do
      statement.execute("SET TimeZone = 'UTC'");
    }
    return connection;
  }

  /** Stops the server and removes its folder. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      run.delete();
    }
  }
}
