package dev.annals.app;

import dev.annals.extract.replay.server.CacheFolder;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.packed.Packed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Annals keeps what can be made again. */
public final class Caches {

  private Caches() {}

  /** {@code ANNALS_CACHE}, else the user's cache folder as the XDG specification has it. */
  static Path folder(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return CacheFolder.of(environment, Path.of(home));
  }

  /** What was kept as a record; what cannot be read is forgotten. */
  public static <T extends Record> Optional<T> read(Store store, Key key, Class<T> type) {
    try {
      return store.get(key).map(bytes -> Packed.read(bytes, type));
    } catch (IllegalArgumentException e) {
      store.drop(key);
      return Optional.empty();
    }
  }

  /** What was made of a replay; all that keep something there make room by one measure. */
  public static Store work(Map<String, String> environment) {
    return new Store(folder(environment).resolve("work"), Store.LIMIT / 4);
  }
}
