package dev.annals.app;

import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.render.diagram.Layouts;

/**
 * The layouts of a project's diagrams, kept from one build to the next: one file for a project,
 * which holds what the last build has drawn.
 */
final class KeptLayouts {

  private final Store store;
  private final Key key;

  private KeptLayouts(Store store, Key key) {
    this.store = store;
    this.key = key;
  }

  /** Learns what the last build has kept; nothing where that is not wanted. */
  static KeptLayouts of(BuildRequest request) {
    if (!request.cached()) {
      return new KeptLayouts(null, null);
    }
    String project = request.project().toAbsolutePath().normalize().toString();
    Key key = Key.of("layouts", Edition.current(), project);
    Store store =
        new Store(Caches.folder(request.environment()).resolve("layouts"), Store.LIMIT / 4);
    store.get(key).ifPresent(Layouts::learn);
    return new KeptLayouts(store, key);
  }

  /** Keeps what has been drawn, and makes room. */
  void keep() {
    if (store != null) {
      Layouts.bundle().ifPresent(bundle -> store.put(key, bundle));
      store.trim();
    }
  }
}
