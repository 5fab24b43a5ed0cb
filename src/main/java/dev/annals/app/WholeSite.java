package dev.annals.app;

import dev.annals.json.ChronicleJson;
import dev.annals.json.NotesJson;
import dev.annals.judge.RuleBook;
import dev.annals.judge.rules.RulePages;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.PageMaker;
import dev.annals.render.SiteRenderer;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import dev.annals.render.notes.NotesRenderer;
import dev.annals.render.page.Kept;
import dev.annals.render.page.PageNames;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Everything that a site consists of, each part made when it is wanted. */
final class WholeSite {

  private final List<PageMaker> makers = new ArrayList<>();

  private WholeSite() {}

  /**
   * The parts of a site.
   *
   * @param images the pictures that the team's pages show, by their paths from the project
   * @param kept what is known of a former chronicle
   */
  static List<PageMaker> of(
      Chronicle chronicle, Theme theme, SortedMap<String, byte[]> images, Kept kept) {
    WholeSite site = new WholeSite();
    images.forEach((path, bytes) -> site.put(PageNames.image(path), () -> bytes));
    site.put("chronicle.schema.json", ChronicleJson::chronicleSchema);
    site.put("schema.schema.json", ChronicleJson::schemaSchema);
    site.put("notes.schema.json", NotesJson::schema);
    Templates templates = new Templates(theme.templates());
    site.makers.addAll(
        new SiteRenderer(templates, theme, RuleBook.pages(), RulePages.notJudged(), kept)
            .pages(chronicle));
    NotesRenderer notes = new NotesRenderer(templates);
    for (Release release : chronicle.releases()) {
      String path = "releases/" + PageNames.releaseStem(release.cut().name()) + ".md";
      site.makers.add(
          PageMaker.of(path, () -> SiteFile.text(path, notes.render(chronicle, release))));
    }
    site.put("chronicle.json", () -> ChronicleJson.write(chronicle));
    site.put("schema.json", () -> ChronicleJson.writeSchema(chronicle));
    return site.makers.stream().map(PageMaker::once).toList();
  }

  private void put(String path, Supplier<byte[]> bytes) {
    makers.add(PageMaker.of(path, () -> new SiteFile(path, bytes.get())));
  }
}
