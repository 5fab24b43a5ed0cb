package dev.annals.app;

import dev.annals.json.ChronicleJson;
import dev.annals.json.NotesJson;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.PageMaker;
import dev.annals.render.Reads;
import dev.annals.render.SiteRenderer;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import dev.annals.render.notes.NotesRenderer;
import dev.annals.render.page.Kept;
import dev.annals.render.page.PageNames;
import dev.annals.render.page.SitePages;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Everything that a site consists of, each part made when it is wanted. */
final class WholeSite {

  private final List<PageMaker> makers = new ArrayList<>();
  private final SitePages pages;

  private WholeSite(SitePages pages) {
    this.pages = pages;
  }

  /**
   * The parts of a site.
   *
   * @param images the pictures that the team's pages show, by their paths from the project
   * @param templates what its pages look like
   * @param rules what is written about rules
   * @param kept what is known of a former chronicle
   * @param pieces what a former build has kept
   */
  static WholeSite of(
      Chronicle chronicle,
      Theme theme,
      SortedMap<String, byte[]> images,
      Templates templates,
      KeptRules rules,
      Kept kept,
      KeptSite pieces) {
    SitePages pages =
        new SiteRenderer(templates, theme, rules.pages(), rules.notJudged(), kept).site(chronicle);
    WholeSite site = new WholeSite(pages);
    images.forEach((path, bytes) -> site.put(PageNames.image(path), () -> bytes));
    site.put("chronicle.schema.json", ChronicleJson::chronicleSchema);
    site.put("schema.schema.json", ChronicleJson::schemaSchema);
    site.put("notes.schema.json", NotesJson::schema);
    site.makers.addAll(pages.makers());
    NotesRenderer notes = new NotesRenderer(templates);
    for (int i = 0; i < chronicle.releases().size(); i++) {
      int number = i;
      Release release = chronicle.releases().get(i);
      String path = "releases/" + PageNames.releaseStem(release.cut().name()) + ".md";
      site.makers.add(
          PageMaker.of(
                  path,
                  () -> {
                    pages.asksForNotes(number);
                    return SiteFile.text(path, notes.render(chronicle, release));
                  })
              .withWholeTrace());
    }
    site.put(
        "chronicle.json",
        () ->
            ChronicleJson.write(
                chronicle,
                pieces.piece("chronicle.json#past", () -> ChronicleJson.past(chronicle))));
    site.makers.add(
        PageMaker.of(
                "schema.json",
                () -> new SiteFile("schema.json", ChronicleJson.writeSchema(chronicle)))
            .withTrace());
    return site;
  }

  /**
   * Makers of all parts. Those that are made in any case make theirs once, so that somebody may
   * begin; what the others make is not held on to.
   */
  List<PageMaker> makers() {
    return makers.stream().map(maker -> maker.traced() ? maker : maker.once()).toList();
  }

  /** What a page may have asked that was made of another story: the answers of this one. */
  Reads.Answers answers() {
    return pages.answers();
  }

  private void put(String path, Supplier<byte[]> bytes) {
    makers.add(PageMaker.of(path, () -> new SiteFile(path, bytes.get())));
  }
}
