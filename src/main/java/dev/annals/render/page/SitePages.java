package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All pages of one site. */
public final class SitePages {

  private static final List<String> ASSETS =
      List.of(
          "annals.css",
          "diagram.css",
          "annals.js",
          "search.js",
          "diagram.js",
          "theme.js",
          "icon.svg");
  private static final int BATCH = 64;

  private final Chronicle chronicle;
  private final SiteIndex index;
  private final Kit kit;
  private final List<RulePage> rules;
  private final List<NotJudged> notJudged;

  /** The pages of a chronicle. */
  public SitePages(
      Chronicle chronicle,
      Templates templates,
      MarkdownRenderer markdown,
      List<RulePage> rules,
      List<NotJudged> notJudged) {
    this.chronicle = chronicle;
    this.index = new SiteIndex(chronicle);
    this.kit = new Kit(index, templates, markdown, rules);
    this.rules = rules;
    this.notJudged = notJudged;
  }

  /** Renders them; several at a time, handed on in one order. */
  public void render(Consumer<SiteFile> out) {
    ASSETS.forEach(name -> out.accept(asset(name)));
    List<Supplier<SiteFile>> pages = pages();
    for (int start = 0; start < pages.size(); start += BATCH) {
      pages.subList(start, Math.min(pages.size(), start + BATCH)).parallelStream()
          .map(Supplier::get)
          .toList()
          .forEach(out);
    }
  }

  private List<Supplier<SiteFile>> pages() {
    List<Supplier<SiteFile>> pages = new ArrayList<>();
    OverviewPages overview = new OverviewPages(kit);
    pages.add(overview::home);
    pages.add(overview::diagram);
    pages.add(overview::all);
    ChecksPages checks = new ChecksPages(kit);
    pages.add(() -> checks.checks(overview.coverage()));
    pages.addAll(checks.lists());
    pages.add(overview::environments);
    pages.add(overview::feed);
    pages.add(() -> overview.rules(rules, notJudged));
    rules.forEach(rule -> pages.add(() -> overview.rule(rule)));
    SearchData search = new SearchData(index, rules);
    pages.add(search::navigation);
    pages.add(search::search);
    addRelations(pages);
    ObjectPages objects = new ObjectPages(kit);
    for (SchemaObject object : index.schema().objects()) {
      ObjectRef ref = object.ref();
      if (!PageNames.page(ref).isEmpty() && !ref.kind().isRelation()) {
        pages.add(() -> objects.page(object));
      }
    }
    HistoryPages history = new HistoryPages(kit);
    pages.add(history::releases);
    pages.add(history::migrations);
    for (int i = 0; i < chronicle.releases().size(); i++) {
      int number = i;
      pages.add(() -> history.release(number));
    }
    for (int i = 0; i < chronicle.steps().size(); i++) {
      int step = i;
      pages.add(() -> history.migration(step));
    }
    return pages;
  }

  private void addRelations(List<Supplier<SiteFile>> pages) {
    RelationPages relations = new RelationPages(kit);
    List<SchemaObject> all =
        index.schema().objects().stream()
            .filter(object -> object instanceof Table || object instanceof View)
            .toList();
    for (int i = 0; i < all.size(); i++) {
      SchemaObject before = i == 0 ? null : all.get(i - 1);
      SchemaObject object = all.get(i);
      SchemaObject after = i + 1 == all.size() ? null : all.get(i + 1);
      pages.add(() -> relations.page(object, before, after));
    }
  }

  private static SiteFile asset(String name) {
    try (InputStream in = SitePages.class.getResourceAsStream("/dev/annals/site/" + name)) {
      return new SiteFile("assets/" + name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
