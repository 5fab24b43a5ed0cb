package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.Map;

/**
 * What hosts show under an address that has no page. Its links are as from the root; a script sets
 * them right where it is shown in a folder.
 */
final class MissingPage {

  private final Kit kit;

  MissingPage(Kit kit) {
    this.kit = kit;
  }

  SiteFile page() {
    String url = kit.index().chronicle().project().url();
    return kit.page(
        SiteFile.MISSING,
        "missing.ftlh",
        "There is no page at this address",
        Kit.crumbs(SiteFile.MISSING),
        List.of(),
        Map.of("url", url.matches("(?i)https?://.*") ? url : ""));
  }
}
