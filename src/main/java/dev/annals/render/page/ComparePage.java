package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.Map;

/** Any two releases beside each other; the browser compares what {@link HistoryData} tells. */
final class ComparePage {

  private static final String PATH = "compare.html";

  private final Kit kit;

  ComparePage(Kit kit) {
    this.kit = kit;
  }

  SiteFile page() {
    return kit.page(
        PATH,
        "compare.ftlh",
        "Compare two releases",
        Kit.crumbs(PATH, "Releases", "releases/index.html"),
        List.of(),
        Map.of());
  }
}
