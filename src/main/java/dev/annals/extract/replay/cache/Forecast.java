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
  private final Optional<Key> database;
  private Optional<Early> begun = Optional.empty();

  /**
   * What is noted.
   *
   * @param database under which key it is kept
   */
  private record Noted(Key database) {}

  private Forecast(Store store, Key place, Key files, Optional<Key> database) {
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
    Optional<Key> expected = Packed.read(store, at, Noted.class).map(Noted::database);
    Forecast forecast = new Forecast(store, at, replayed, expected);
    if (!store.has(replayed)) {
      forecast.begun =
          expected
              .filter(databases::has)
              .map(database -> Early.begin(server, () -> databases.open(database)));
    }
    return forecast;
  }

  /**
   * The server that has started, the caller's from now on.
   *
   * @param wanted the key of the database that turned out to be the nearest
   * @param step how many migrations have run there
   * @return empty where none was started, or from another one
   */
  Optional<Early> taken(Key wanted, int step) {
    if (!database.equals(Optional.of(wanted))) {
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
    if (!database.equals(Optional.of(nearest))) {
      store.put(place, Packed.write(new Noted(nearest)));
    }
  }

  /** Stops what nobody took. */
  @Override
  public void close() {
    begun.ifPresent(Early::close);
  }
}
