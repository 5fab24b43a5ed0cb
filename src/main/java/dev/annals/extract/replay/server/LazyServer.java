package dev.annals.extract.replay.server;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** A server of ours that starts when something is asked of it that only a server can tell. */
final class LazyServer implements ScratchServer {

  private final ServerSettings settings;
  private final Consumer<String> notes;
  private final LongConsumer started;
  private final EmbeddedServer.Prepared prepared;
  private final List<EmbeddedServer> others = new ArrayList<>();
  private EmbeddedServer server;
  private boolean closed;

  LazyServer(ServerSettings settings, Consumer<String> notes, LongConsumer started) {
    this.settings = settings;
    this.notes = notes;
    this.started = started;
    this.prepared = EmbeddedServer.Prepared.of(settings, Confinement::current, notes);
  }

  private synchronized EmbeddedServer server() {
    if (closed) {
      throw new IllegalStateException("the server is closed");
    }
    if (server == null) {
      long start = System.nanoTime();
      server =
          EmbeddedServer.start(prepared, settings, Confinement.current(), notes, Optional.empty());
      started.accept((System.nanoTime() - start) / 1_000_000);
    }
    return server;
  }

  @Override
  public int replaysAtOnce() {
    return EmbeddedServer.replaysAtOnce(settings);
  }

  @Override
  public int major() {
    return prepared.installation().major();
  }

  @Override
  public String build() {
    return prepared.build(settings);
  }

  @Override
  public String migratorRole() {
    return EmbeddedServer.MIGRATOR;
  }

  @Override
  public String createDatabase() {
    return server().createDatabase();
  }

  @Override
  public void dropDatabase(String database) {
    server().dropDatabase(database);
  }

  @Override
  public void provideRole(String name) {
    server().provideRole(name);
  }

  @Override
  public void lendRole(String name) {
    server().lendRole(name);
  }

  @Override
  public boolean provideDatabase(String name) {
    return server().provideDatabase(name);
  }

  @Override
  public Connection admin(String database) {
    return server().admin(database);
  }

  @Override
  public Connection migrator(String database) {
    return server().migrator(database);
  }

  @Override
  public DataSource migratorSource(String database) {
    return server().migratorSource(database);
  }

  @Override
  public Optional<Path> image(String database, int made) {
    return server().image(database, made);
  }

  @Override
  public ScratchServer from(InputStream image) {
    long start = System.nanoTime();
    EmbeddedServer other =
        EmbeddedServer.start(prepared, settings, Confinement.current(), notes, Optional.of(image));
    started.accept((System.nanoTime() - start) / 1_000_000);
    synchronized (this) {
      others.add(other);
    }
    return other;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.close();
    } else if (others.isEmpty()) {
      ServerFolder.bases().forEach(Leftovers::remove); // what a start would have done
    }
    others.forEach(EmbeddedServer::end);
  }
}
