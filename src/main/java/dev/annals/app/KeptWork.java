package dev.annals.app;

import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.site.SiteFormat;
import dev.annals.render.Remembered;
import dev.annals.render.diagram.Layouts;
import dev.annals.render.html.MarkdownRenderer;
import java.util.Map;

/**
 * The layouts of a project's diagrams and the HTML of its texts, kept from one build to the next:
 * one file of each for a project and a format, which holds what the last build made use of.
 */
final class KeptWork {

  private static final Map<String, Remembered<?>> WORK =
      Map.of("layouts", Layouts.known(), "texts", MarkdownRenderer.known());

  private final BuildRequest request;
  private final SiteFormat format;
  private final Store store;

  private KeptWork(BuildRequest request, SiteFormat format) {
    this.format = format;
    this.request = request;
    this.store = Caches.work(request.environment());
  }

  /** Learns what the last build has kept; nothing where that is not wanted. */
  static KeptWork of(BuildRequest request, SiteFormat format) {
    KeptWork work = new KeptWork(request, format);
    if (request.cached()) {
      WORK.forEach((what, known) -> work.store.get(work.key(what)).ifPresent(known::learn));
    }
    return work;
  }

  /**
   * Keeps what was made use of, and makes room.
   *
   * @param whole whether every page was made
   */
  void keep(boolean whole) {
    if (request.cached()) {
      WORK.forEach(
          (what, known) -> known.bundle(whole).ifPresent(bundle -> store.put(key(what), bundle)));
      store.trim();
    }
  }

  private Key key(String what) {
    String project = request.project().toAbsolutePath().normalize().toString();
    return Key.of(what, Edition.current(), project, format.label());
  }
}
