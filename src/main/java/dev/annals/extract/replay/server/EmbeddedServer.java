package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A server of ours. */
final class EmbeddedServer implements ScratchServer {

  /**
   * Not "postgres": histories give their tables to a role of that name, which is then an ordinary
   * one.
   */
  static final String SUPERUSER = "annals_admin";

  static final String MIGRATOR = "annals_replay";

  private static final int COPY_STRATEGY = 15;
  private static final long START_LIMIT_NANOS = 60_000_000_000L;

  private final int major;
  private final String build;
  private final Prepared prepared;
  private final Confinement confinement;
  private final boolean anew;
  private final ServerSettings settings;
  private final ServerFolder folder;
  private final ServerProcess process;
  private final Statements keeper;
  private final Drops drops;
  private final DiskGuard guard;

  private static final int GRANT_OPTIONS = 16;

  /** What those of replays begin with. */
  static final String DATABASE = "annals_";

  /** No history names more databases; a hostile one must not fill the disk. */
  private static final int FEW = 8;

  private final AtomicInteger databases = new AtomicInteger();
  private final AtomicInteger images = new AtomicInteger();
  private FutureTask<Void> stopping;

  private EmbeddedServer(
      Prepared prepared,
      Confinement confinement,
      ServerSettings settings,
      ServerFolder folder,
      ServerProcess process,
      boolean anew)
      throws IOException {
    this.anew = anew;
    this.prepared = prepared;
    this.confinement = confinement;
    this.major = prepared.installation().major();
    this.build = prepared.build(settings);
    this.settings = settings;
    this.folder = folder;
    this.process = process;
    this.keeper = new Statements(firstConnection());
    this.drops = new Drops(keeper, MIGRATOR);
    this.guard = DiskGuard.start(folder.data(), DiskGuard.LIMIT, this::stopMigrators);
  }

  static EmbeddedServer start(ServerSettings settings, Consumer<String> notes) {
    return start(settings, Confinement.current(), notes);
  }

  /**
   * What a server starts from.
   *
   * @param installation its programs
   * @param template its data directory, to be copied
   */
  record Prepared(Installation installation, Path template) {

    static Prepared of(
        ServerSettings settings, Supplier<Confinement> confinement, Consumer<String> notes) {
      Installation installation = new Installations(settings, Platform.current(), notes).find();
      return new Prepared(installation, new ClusterTemplate(installation, confinement).prepared());
    }

    /** The folders' names bear the checksums of what they were made of. */
    String build(ServerSettings settings) {
      return installation.home().getFileName()
          + " "
          + template.getFileName()
          + (settings.trust() ? " trusted" : "");
    }
  }

  static EmbeddedServer start(
      ServerSettings settings, Confinement confinement, Consumer<String> notes) {
    return start(
        Prepared.of(settings, () -> confinement, notes),
        settings,
        confinement,
        notes,
        Optional.empty());
  }

  static EmbeddedServer start(
      Prepared prepared,
      ServerSettings settings,
      Confinement confinement,
      Consumer<String> notes,
      Optional<InputStream> image) {
    Installation installation = prepared.installation();
    ServerFolder.bases().forEach(Leftovers::remove);
    ServerFolder folder = ServerFolder.create(confinement.otherOwner());
    image.ifPresent(each -> unpack(each, folder));
    ServerProcess process =
        ServerProcess.start(installation, prepared.template(), confinement, folder);
    try {
      EmbeddedServer server =
          new EmbeddedServer(prepared, confinement, settings, folder, process, image.isEmpty());
      process.started();
      server.trustIfTold(notes);
      return server;
    } catch (IOException | RuntimeException e) {
      discard(process, folder);
      throw e instanceof RuntimeException known ? known : notStarted(e.getMessage());
    }
  }

  private static void unpack(InputStream image, ServerFolder folder) {
    try (image) {
      ServerImage.unpack(image, folder.image());
    } catch (IOException e) {
      try {
        folder.close();
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw notStarted(e.getMessage());
    }
  }

  private static void discard(ServerProcess process, ServerFolder folder) {
    try (folder) {
      process.close();
    } catch (IOException e) {
      throw Problem.failure(
          "Removing " + folder.path() + ": " + e.getMessage(), "Remove it by hand.", e);
    }
  }

  private static Problem notStarted(String reason) {
    return Problem.failure(
        "Starting a scratch PostgreSQL: " + reason,
        "It needs some 50 MB in the temporary folder (ANNALS_JAVA_OPTIONS=-Djava.io.tmpdir=… names"
            + " another). If it cannot run here, give a server of your own with `scratch:"
            + " jdbc:postgresql://…`.");
  }

  private Connection firstConnection() {
    long end = System.nanoTime() + START_LIMIT_NANOS;
    String reason = "no answer";
    while (System.nanoTime() < end) {
      if (process.ended()) {
        throw notStarted(folder.lastWords());
      }
      if (Files.exists(folder.socket())) {
        try {
          return source("postgres", SUPERUSER, "").getConnection();
        } catch (SQLException e) {
          // Refused while it starts; what it says last is told if it never does.
          reason = e.getMessage();
        }
      }
      pause();
    }
    throw notStarted(reason + "\n" + folder.lastWords());
  }

  private static void pause() {
    try {
      Thread.sleep(4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notStarted("interrupted");
    }
  }

  private void trustIfTold(Consumer<String> notes) {
    if (settings.trust()) {
      keeper.execute("ALTER ROLE " + MIGRATOR + " SUPERUSER");
      notes.accept(
          "Migrations run as superuser on the scratch server (`trust: true`): they can read files"
              + " and run programs as you.");
    }
  }

  private void stopMigrators() {
    keeper.list(ServerSql.sql("terminate.sql").replace("MIGRATOR", MIGRATOR));
  }

  @Override
  public String build() {
    return build;
  }

  @Override
  public int replaysAtOnce() {
    return replaysAtOnce(settings);
  }

  static int replaysAtOnce(ServerSettings settings) {
    return settings.trust() ? 1 : Runtime.getRuntime().availableProcessors();
  }

  @Override
  public int major() {
    return major;
  }

  @Override
  public String migratorRole() {
    return MIGRATOR;
  }

  @Override
  public synchronized String createDatabase() {
    drops.await(); // roles that one replay left are not there in the next
    String name = DATABASE + databases.incrementAndGet();
    create(name);
    return name;
  }

  private void create(String name) {
    // Copying files writes each page once; the default since 15 writes it to buffers and WAL too.
    String strategy = major >= COPY_STRATEGY ? " STRATEGY file_copy" : "";
    keeper.execute("CREATE DATABASE " + ServerSql.quoted(name) + " OWNER annals_owner" + strategy);
  }

  @Override
  public synchronized boolean provideDatabase(String name) {
    List<String> there = keeper.list(ServerSql.sql("databases.sql"));
    long others = there.stream().filter(each -> !each.startsWith(DATABASE)).count();
    if (name.startsWith(DATABASE) || there.contains(name) || others >= FEW) {
      return false;
    }
    create(name);
    return true;
  }

  @Override
  public void dropDatabase(String database) {
    drops.drop(database);
  }

  @Override
  public synchronized void provideRole(String name) {
    new ScratchRoles(keeper, MIGRATOR).provide(name);
  }

  @Override
  public synchronized void lendRole(String name) {
    ScratchRoles roles = new ScratchRoles(keeper, MIGRATOR);
    if (major >= GRANT_OPTIONS) {
      roles.lend(name);
    } else {
      roles.provide(name);
    }
  }

  @Override
  public synchronized Optional<Path> image(String database, int made) {
    if (settings.trust() || databases.get() > made) {
      return Optional.empty();
    }
    drops.await();
    keeper
        .list(ServerSql.sql("databases.sql"))
        .forEach(
            each -> {
              if (!each.equals(database)) {
                keeper.execute("DROP DATABASE " + ServerSql.quoted(each) + " WITH (FORCE)");
              }
            });
    keeper.execute("CHECKPOINT");
    List<String> log = keeper.list(ServerSql.sql("checkpoint.sql"));
    Path image = folder.path().resolve("image-" + images.incrementAndGet());
    try {
      boolean taken =
          new ServerImage(prepared.template())
              .take(folder.data(), anew, log.get(0), log.get(1), image);
      return taken ? Optional.of(image) : Optional.empty();
    } catch (IOException e) {
      throw Problem.failure(
          "Writing down what the scratch server holds: " + e.getMessage(), "Free some space.", e);
    }
  }

  @Override
  public ScratchServer from(InputStream image) {
    return start(prepared, settings, confinement, note -> {}, Optional.of(image));
  }

  @Override
  public void withoutStoredSettings(Runnable connecting) {
    ServerSql.sql("settings-aside.sql").lines().forEach(keeper::execute);
    connecting.run();
    ServerSql.sql("settings-back.sql").lines().forEach(keeper::execute);
  }

  @Override
  public Connection admin(String database) {
    return Statements.connect(source(database, SUPERUSER, "-c search_path=pg_catalog"), database);
  }

  @Override
  public Connection migrator(String database) {
    return Statements.connect(migratorSource(database), database);
  }

  @Override
  public DataSource migratorSource(String database) {
    String limit = "-c statement_timeout=" + settings.statementTimeout().toMillis();
    return source(database, MIGRATOR, limit);
  }

  private DataSource source(String database, String user, String options) {
    return ScratchDataSource.local(folder.socket().toString(), database, user, options);
  }

  @Override
  public synchronized void closeSoon() {
    if (stopping == null) {
      stopping = new FutureTask<>(this::stop, null);
      Thread thread = new Thread(stopping, "annals-stop");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Waits for its end, where it was to be closed.
   *
   * @throws Problem if something of it cannot be removed
   */
  synchronized void end() {
    try {
      if (stopping != null) {
        stopping.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it goes without us
    }
  }

  @Override
  public void close() {
    closeSoon();
    end();
  }

  private void stop() {
    guard.close();
    drops.close();
    keeper.close();
    discard(process, folder);
  }
}
