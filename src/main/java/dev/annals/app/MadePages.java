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
   * @return how many files the site has
   */
  int publish() {
    kept.ask(site.answers());
    List<PageMaker> makers = site.makers();
    // the largest file first; with it what is made in any case
    makers.stream()
        .filter(maker -> !maker.traced())
        .sorted(Comparator.comparing(maker -> !maker.path().equals("chronicle.json")))
        .forEach(PageMaker::begin);
    PageMaker.forAll(makers, maker -> put(kept.files(maker, this::stands)));
    int files = writer.publish(kept.links());
    kept.keep(writer.links(kept.fresh()));
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
