package dev.annals.app;

import dev.annals.model.site.SiteFormat;
import dev.annals.render.Theme;
import dev.annals.render.diagram.Layouts;
import dev.annals.render.html.Templates;
import java.util.List;
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

  /** Of every site the pages that a new migration has made anew. */
  private static final List<String> TEMPLATES =
      List.of(
          "relation.ftlh",
          "release.ftlh",
          "migration.ftlh",
          "notes.md.ftl",
          "history.ftlh",
          "home.ftlh",
          "diagram.ftlh",
          "area.ftlh",
          "checks.ftlh",
          "rule.ftlh",
          "releases.ftlh",
          "migrations.ftlh");

  /**
   * Loads what pages are made with, while there is nothing else to do: a server is awaited, say.
   */
  void prepare() {
    Layouts.prepare();
    templates.prepare(TEMPLATES);
  }

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
