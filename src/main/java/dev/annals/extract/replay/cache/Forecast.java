package dev.annals.extract.replay.cache;

import dev.annals.extract.replay.Early;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.packed.Packed;
import java.util.Optional;

/**
 * Which database a project's next replay begins from, as far as the last one could tell: where
 * files are there that were never replayed, a server starts from it before anybody has read them.
 */
final class Forecast implements AutoCloseable {

  private final Store store;
  private final Key place;
  private final Key files;
  private final String database;
  private Optional<Early> begun = Optional.empty();

  /**
   * What is noted.
   *
   * @param database under which key it is kept
   */
  private record Noted(String database) {}

  private Forecast(Store store, Key place, Key files, String database) {
    this.store = store;
    this.place = place;
    this.files = files;
    this.database = database;
  }

  /**
   * Begins.
   *
   * @param store of the notes
   * @param databases of what servers start from
   * @param place a text that names the project
   * @param files a text that differs where other files are to be replayed, or in another way
   */
  static Forecast of(
      Store store, Store databases, ScratchServer server, String place, String files) {
    Key at = Key.of("forecast", Edition.current(), server.build(), place);
    Key replayed = Key.of("replayed", Edition.current(), server.build(), files);
    Key expected = new Key(noted(store, at).map(Noted::database).orElse(""));
    Forecast forecast = new Forecast(store, at, replayed, expected.hex());
    if (!expected.hex().isEmpty() && !store.has(replayed) && databases.has(expected)) {
      forecast.begun = Optional.of(Early.begin(server, () -> databases.open(expected)));
    }
    return forecast;
  }

  private static Optional<Noted> noted(Store store, Key place) {
    try {
      return store.get(place).map(bytes -> Packed.read(bytes, Noted.class));
    } catch (IllegalArgumentException e) {
      store.drop(place);
      return Optional.empty();
    }
  }

  /**
   * The server that has started, the caller's from now on.
   *
   * @param wanted the key of the database that turned out to be the nearest
   * @param step how many migrations have run there
   * @return empty where none was started, or from another one
   */
  Optional<Early> taken(Key wanted, int step) {
    if (!wanted.hex().equals(database)) {
      return Optional.empty();
    }
    Optional<Early> early = begun.map(each -> each.at(step));
    begun = Optional.empty();
    return early;
  }

  /** Notes that these files have been replayed. */
  void fulfilled() {
    if (!store.has(files)) {
      store.put(files, new byte[0]);
    }
  }

  /** Notes what the next replay begins from. */
  void next(Key nearest) {
    if (!nearest.hex().equals(database)) {
      store.put(place, Packed.write(new Noted(nearest.hex())));
    }
  }

  /** Stops what nobody took. */
  @Override
  public void close() {
    begun.ifPresent(Early::close);
  }
}
