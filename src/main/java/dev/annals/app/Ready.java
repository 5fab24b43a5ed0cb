package dev.annals.app;

import dev.annals.model.site.SiteFormat;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/**
 * What pages are made with and that needs nothing of the story: made ready beside the reading of
 * it.
 *
 * @param work layouts and texts of the last build
 * @param rules what is written about rules
 * @param templates what pages look like
 */
record Ready(KeptWork work, KeptRules rules, Templates templates) {

  /** Begins to make it ready. */
  static CompletableFuture<Ready> begin(BuildRequest request, SiteFormat format, Theme theme) {
    return CompletableFuture.supplyAsync(
        () ->
            new Ready(
                KeptWork.of(request, format),
                KeptRules.of(request),
                new Templates(theme.templates())),
        ForkJoinPool.commonPool());
  }
}
