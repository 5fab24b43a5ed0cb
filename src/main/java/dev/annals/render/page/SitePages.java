package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import dev.annals.render.Theme;
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
          "compare.js",
          "diagram.js",
          "diagram-export.js",
          "diagram-time.js",
          "diagram-near.js",
          "theme.js",
          "icon.svg");
  private static final int BATCH = 64;

  private final Chronicle chronicle;
  private final SiteIndex index;
  private final Kit kit;
  private final Theme theme;
  private final List<RulePage> rules;
  private final List<NotJudged> notJudged;

  /**
   * The pages of a chronicle.
   *
   * @param templates of HTML, for what pages of the team's include
   */
  public SitePages(
      Chronicle chronicle,
      Medium medium,
      Templates templates,
      Theme theme,
      MarkdownRenderer markdown,
      List<RulePage> rules,
      List<NotJudged> notJudged) {
    this.chronicle = chronicle;
    this.index = new SiteIndex(chronicle);
    this.kit = new Kit(index, medium, templates, theme, markdown, rules);
    this.rules = rules;
    this.theme = theme;
    this.notJudged = notJudged;
  }

  /** Renders them; several at a time, handed on in one order. */
  public void render(Consumer<SiteFile> out) {
    if (kit.browsed()) {
      ASSETS.forEach(name -> out.accept(asset(name)));
      theme.files().forEach(out);
    }
    List<Supplier<List<SiteFile>>> pages = pages();
    for (int start = 0; start < pages.size(); start += BATCH) {
      pages.subList(start, Math.min(pages.size(), start + BATCH)).parallelStream()
          .map(Supplier::get)
          .toList()
          .forEach(files -> files.forEach(out));
    }
  }

  private List<Supplier<List<SiteFile>>> pages() {
    List<Supplier<List<SiteFile>>> pages = new ArrayList<>();
    one(pages, new HomePage(kit)::page);
    pages.add(new DiagramPage(kit)::files);
    one(pages, new ListPage(kit)::page);
    OwnPages own = new OwnPages(kit);
    theme.pages().forEach(page -> one(pages, () -> own.page(page)));
    ChecksPages checks = new ChecksPages(kit);
    one(pages, checks::checks);
    checks.lists().forEach(list -> one(pages, list));
    one(pages, new CoveragePage(kit)::page);
    one(pages, new EnvironmentsPage(kit)::page);
    RulePages ruled = new RulePages(kit);
    one(pages, () -> ruled.all(rules, notJudged));
    rules.forEach(rule -> one(pages, () -> ruled.page(rule)));
    if (kit.browsed()) {
      addData(pages);
    }
    addRelations(pages);
    ObjectPages objects = new ObjectPages(kit);
    for (SchemaObject object : index.schema().objects()) {
      ObjectRef ref = object.ref();
      if (!PageNames.page(ref).isEmpty() && !ref.kind().isRelation()) {
        one(pages, () -> objects.page(object));
      }
    }
    TextPages texts = new TextPages(kit);
    TextPages.areas(index).forEach(area -> pages.add(() -> texts.area(area)));
    index.decisions().forEach(page -> one(pages, () -> texts.decision(page)));
    ReleasePages releases = new ReleasePages(kit);
    MigrationPages migrations = new MigrationPages(kit);
    one(pages, releases::all);
    one(pages, migrations::all);
    for (int i = 0; i < chronicle.releases().size(); i++) {
      int number = i;
      pages.add(() -> releases.pages(number));
    }
    for (int i = 0; i < chronicle.steps().size(); i++) {
      int step = i;
      pages.add(() -> migrations.pages(step));
    }
    return pages;
  }

  /** What only scripts and feed readers read, and the page that is nothing without scripts. */
  private void addData(List<Supplier<List<SiteFile>>> pages) {
    one(pages, new ComparePage(kit)::page);
    one(pages, new Feed(kit)::file);
    one(pages, new NavigationData(index)::file);
    pages.add(new SearchData(index, rules)::files);
    one(pages, new HistoryData(index)::file);
    one(pages, new RelationsData(index)::file);
  }

  private void addRelations(List<Supplier<List<SiteFile>>> pages) {
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
      if (relations.hasLongHistory(object.ref())) {
        one(pages, () -> relations.history(object.ref()));
      }
    }
  }

  private static void one(List<Supplier<List<SiteFile>>> pages, Supplier<SiteFile> page) {
    pages.add(() -> List.of(page.get()));
  }

  private static SiteFile asset(String name) {
    try (InputStream in = SitePages.class.getResourceAsStream("/dev/annals/site/" + name)) {
      return new SiteFile("assets/" + name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
