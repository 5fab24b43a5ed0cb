package dev.annals.app;

import dev.annals.publish.Published;
import dev.annals.publish.SiteWriter;
import dev.annals.render.PageMaker;
import java.util.Comparator;
import java.util.List;

/**
 * Publishes a site's pages: those that are made anew are written, the others taken over from the
 * site that is there, or out of the cache.
 *
 * @param kept what the last build has kept
 * @param site the pages
 * @param writer where they go
 * @param former how the files were that the last build has published there
 */
record MadePages(KeptSite kept, WholeSite site, SiteWriter writer, Published former) {

  /**
   * Makes, checks and publishes them.
   *
   * @param meanwhile what else is to be done once they are made
   * @return how many files the site has
   */
  int publish(Runnable meanwhile) {
    kept.ask(site.answers());
    List<PageMaker> makers = site.makers();
    // the largest file first; with it what is made in any case
    makers.stream()
        .filter(maker -> !maker.traced())
        .sorted(Comparator.comparing(maker -> !maker.path().equals("chronicle.json")))
        .forEach(PageMaker::begin);
    PageMaker.forAll(makers, maker -> put(kept.files(maker, this::stands)));
    writer.check(kept.links());
    Aside<Integer> keeping =
        Aside.begin(
            "annals-keep-site",
            () -> {
              kept.keep(writer.links(kept.fresh()));
              meanwhile.run();
              return kept.made();
            });
    int files = writer.move();
    keeping.result();
    return files;
  }

  private boolean stands(KeptFile file) {
    return writer.has(former, file.path(), file.content());
  }

  private void put(KeptSite.Files files) {
    files.made().forEach(writer::accept);
    files.same().forEach(writer::acceptSame);
    files.known().forEach(writer::acceptKnown);
    files.standing().forEach(writer::takeOver);
  }
}
