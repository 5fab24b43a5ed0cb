package dev.annals.extract.replay.server;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * A PostgreSQL server for replays: ours and thrown away afterwards, or a database of its own on a
 * server of the user's. Safe for use by several threads.
 *
 * <p>Roles belong to a server, not to a database: replays that create roles take turns, each with
 * {@link #createDatabase} and {@link #dropDatabase}, or start a server each.
 */
public sealed interface ScratchServer extends AutoCloseable
    permits EmbeddedServer, ExternalServer, LazyServer {

  /**
   * Starts a private server. It listens on a Unix socket in a folder that only this user may enter
   * and on no network; it ends with this process, however that ends.
   *
   * @param notes told what a user should know, in sentences
   * @throws dev.annals.model.Problem where the server cannot be had or cannot start
   */
  static ScratchServer embedded(ServerSettings settings, Consumer<String> notes) {
    return EmbeddedServer.start(settings, notes);
  }

  /**
   * A private server that starts when something is first asked of it.
   *
   * @param notes told what a user should know, in sentences
   * @param started told how long the start took, in milliseconds
   */
  static ScratchServer whenNeeded(
      ServerSettings settings, Consumer<String> notes, LongConsumer started) {
    return new LazyServer(settings, notes, started);
  }

  /**
   * Uses the user's server: makes databases named {@code annals_scratch_…} there and drops them on
   * {@link #close}, also those that runs now dead have left.
   *
   * @param jdbcUrl {@code jdbc:postgresql:…}; the role needs CREATEDB
   * @param user may be empty where the URL tells it
   * @param password may be empty where the URL tells it or none is needed
   * @throws dev.annals.model.Problem where the server cannot be reached or refuses a database
   */
  static ScratchServer external(
      String jdbcUrl,
      String user,
      String password,
      ServerSettings settings,
      Consumer<String> notes) {
    return ExternalServer.connect(jdbcUrl, user, password, settings, notes);
  }

  /**
   * In how many databases at once migrations may run that do nothing to the server as a whole: one
   * where it is somebody else's, or where migrations may do anything.
   */
  default int replaysAtOnce() {
    return 1;
  }

  /** The server's major version, 17 for instance. */
  int major();

  /** Its name for people: {@code PostgreSQL 17}. */
  default String engine() {
    return "PostgreSQL " + major();
  }

  /**
   * All that a replay's result depends on and that is the server's: its exact build and how it is
   * set up. Empty where that cannot be told; what is replayed there is not kept.
   */
  String build();

  /** The role that replays, without superuser rights unless the project is trusted. */
  String migratorRole();

  /**
   * Makes a fresh, empty database that {@link #migratorRole} owns.
   *
   * @return its name
   */
  String createDatabase();

  /**
   * Drops a database, whoever is connected, and the roles that what ran in it left behind; roles
   * that another database still uses stay. It may be gone only when the next one is made.
   */
  void dropDatabase(String database);

  /**
   * Creates a role that cannot log in and lets the migrator grant it and give it objects. On
   * PostgreSQL 15 and older CREATEROLE would be a way to superuser rights, so the migrator has none
   * and its roles come from here. Does nothing where the role exists.
   *
   * @throws dev.annals.model.Problem for {@code pg_…}, {@code annals_…} and {@code postgres}
   */
  void provideRole(String name);

  /**
   * Lets the migrator act as a role that migrations made, and that role own things where the
   * database's owner may make them, as a superuser would not even have to ask. Makes the role where
   * it does not exist. Nothing but {@link #provideRole} on a user's own server.
   *
   * @throws dev.annals.model.Problem for {@code pg_…} and {@code annals_…}
   */
  default void lendRole(String name) {
    provideRole(name);
  }

  /**
   * Makes an empty database, for migrations that name the one that they run in elsewhere: {@code
   * GRANT CONNECT ON DATABASE shop}. It goes with the databases of the replay. Never on a user's
   * own server.
   *
   * @return false where there is to be none
   */
  default boolean provideDatabase(String name) {
    return false;
  }

  /**
   * A new connection with the widest rights there are: superuser on a server of ours, the same as
   * {@link #migrator} elsewhere. Its {@code search_path} is {@code pg_catalog}, its time zone UTC.
   * Never call what a migration may have written over it.
   */
  Connection admin(String database);

  /** A new connection as {@link #migratorRole}, in UTC, with the settings' statement timeout. */
  Connection migrator(String database);

  /** What {@link #migrator} connects with, for engines that want to connect themselves. */
  DataSource migratorSource(String database);

  /**
   * Writes down all that is there besides what every server starts with, for {@link #from}, while
   * nothing runs. Other databases are dropped, whoever is connected.
   *
   * @param database the one that is there then
   * @param made how many databases the replay has made; where there were more, what others left may
   *     be there, too
   * @return a file that goes with the server; empty where this server's state cannot, or should
   *     not, be had again
   * @throws dev.annals.model.Problem where the server or the disk refuses
   */
  default Optional<Path> image(String database, int made) {
    return Optional.empty();
  }

  /**
   * Starts another server, which has what an image holds. Its databases and roles are those that
   * were there; it is the caller's to close, or to {@link #closeSoon}.
   *
   * @throws dev.annals.model.Problem where it cannot be had or does not start
   */
  default ScratchServer from(InputStream image) {
    throw new UnsupportedOperationException("no server of ours");
  }

  /**
   * Does something as if no settings had been made for databases and roles: to connect as those
   * were who connected before they were made.
   */
  default void withoutStoredSettings(Runnable connecting) {
    connecting.run();
  }

  /** Begins to close it; whoever closes the server that it came from waits for its end. */
  default void closeSoon() {
    close();
  }

  /** Stops the server and removes all it wrote; on a user's server drops what was made. */
  @Override
  void close();
}
