package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.RulePage;
import dev.annals.render.Once;
import dev.annals.render.PageMaker;
import dev.annals.render.Reads;
import dev.annals.render.Theme;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All pages of one site. */
public final class SitePages {

  private static final List<String> ASSETS =
      List.of(
          "annals.css",
          "diagram.css",
          "annals.js",
          "columns-time.js",
          "search.js",
          "compare.js",
          "lists.js",
          "diagram.js",
          "diagram-export.js",
          "diagram-time.js",
          "diagram-near.js",
          "theme.js",
          "missing.js",
          "icon.svg");

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
   * @param kept may know something from a former chronicle
   */
  public SitePages(
      Chronicle chronicle,
      Medium medium,
      Templates templates,
      Theme theme,
      MarkdownRenderer markdown,
      List<RulePage> rules,
      List<NotJudged> notJudged,
      Kept kept) {
    this.chronicle = chronicle;
    this.index = new SiteIndex(chronicle, kept);
    this.kit = new Kit(index, medium, templates, theme, markdown, rules);
    this.rules = rules;
    this.theme = theme;
    this.notJudged = notJudged;
  }

  /** What a page may have asked that was made of another story: the answers of this one. */
  public Reads.Answers answers() {
    return index;
  }

  /** The questions that the notes of a release are an answer to. */
  public void asksForNotes(int release) {
    index.asksForNotes(release);
  }

  /** Makers of all of them, in one order. They may be asked by several threads. */
  public List<PageMaker> makers() {
    List<PageMaker> pages = new ArrayList<>();
    if (kit.browsed()) {
      ASSETS.forEach(
          name -> pages.add(PageMaker.of("assets/" + name, () -> asset(name)).withWholeTrace()));
      theme.files().forEach(file -> pages.add(PageMaker.of(file)));
    }
    pages.add(PageMaker.of("index.html", new HomePage(kit)::page).withTrace());
    pages.add(PageMaker.of(LlmsFile.PATH, () -> LlmsFile.of(kit)).withTrace());
    pages.add(
        new PageMaker(DiagramPage.PATH, "pictures/all", new DiagramPage(kit)::files).withTrace());
    pages.add(new PageMaker("a-z.html", "", new ListPage(kit)::files).withTrace());
    pages.add(new PageMaker(TablesPage.PATH, "tables", new TablesPage(kit)::files).withTrace());
    OwnPages own = new OwnPages(kit);
    theme
        .pages()
        .forEach(page -> pages.add(PageMaker.of(OwnPages.path(page), () -> own.page(page))));
    ChecksPages checks = new ChecksPages(kit);
    pages.add(PageMaker.of(ChecksPages.PATH, checks::checks).withTrace());
    pages.addAll(checks.lists());
    pages.add(new PageMaker(CoveragePage.PATH, "", () -> new CoveragePage(kit).files()));
    pages.add(PageMaker.of("environments.html", new EnvironmentsPage(kit)::page).withTrace());
    RulePages ruled = new RulePages(kit);
    pages.add(PageMaker.of("rules/index.html", () -> ruled.all(rules, notJudged)).withTrace());
    rules.forEach(
        rule ->
            pages.add(
                PageMaker.of(PageNames.rule(rule.id()), () -> ruled.page(rule)).withWholeTrace()));
    if (kit.browsed()) {
      addData(pages);
    }
    addRelations(pages);
    Supplier<ObjectPages> objects = new Once<>(() -> new ObjectPages(kit));
    for (SchemaObject object : index.schema().objects()) {
      ObjectRef ref = object.ref();
      String path = PageNames.page(ref);
      if (!path.isEmpty() && !ref.kind().isRelation()) {
        PageMaker maker = new PageMaker(path, "", () -> objects.get().pages(object));
        pages.add(ObjectPages.asks(ref) ? maker.withWholeTrace() : maker.withTrace());
      }
    }
    TextPages texts = new TextPages(kit);
    for (String area : TextPages.areas(index)) {
      pages.add(
          new PageMaker(PageNames.area(area), TextPages.stem(area), () -> texts.area(area))
              .withTrace());
    }
    for (Rationale page : index.decisions()) {
      pages.add(PageMaker.of(index.place(page), () -> texts.decision(page)));
    }
    addHistory(pages);
    return pages;
  }

  private void addHistory(List<PageMaker> pages) {
    ReleasePages releases = new ReleasePages(kit);
    MigrationPages migrations = new MigrationPages(kit);
    pages.add(PageMaker.of("releases/index.html", releases::all).withTrace());
    pages.add(PageMaker.of("migrations/index.html", migrations::all).withTrace());
    for (int i = 0; i < chronicle.releases().size(); i++) {
      int number = i;
      String name = chronicle.releases().get(i).cut().name();
      pages.add(
          new PageMaker(PageNames.release(name), "", () -> releases.pages(number))
              .withWholeTrace());
    }
    for (int i = 0; i < chronicle.steps().size(); i++) {
      int step = i;
      String path = PageNames.migration(index.migration(step));
      pages.add(new PageMaker(path, "", () -> migrations.pages(step)).withWholeTrace());
    }
  }

  /**
   * What only scripts, feed readers and hosts read, and the page that is nothing without scripts.
   */
  private void addData(List<PageMaker> pages) {
    pages.add(PageMaker.of("compare.html", new ComparePage(kit)::page).withTrace());
    PartLists lists = new PartLists(kit);
    pages.add(PageMaker.of(PartLists.COLUMNS, lists::columns).withTrace());
    pages.add(PageMaker.of(PartLists.CONSTRAINTS, lists::constraints).withTrace());
    if (PartLists.anyActs(index.schema())) {
      pages.add(PageMaker.of(PartLists.TRIGGERS, lists::triggers).withTrace());
    }
    pages.add(PageMaker.of(SiteFile.MISSING, new MissingPage(kit)::page).withTrace());
    pages.add(PageMaker.of("feed.xml", new Feed(kit)::file).withTrace());
    pages.add(PageMaker.of(NavigationData.PATH, new NavigationData(index)::file).withTrace());
    pages.add(
        new PageMaker(
            SearchData.PATH, SearchData.MORE, () -> new SearchData(index, rules).files()));
    pages.add(PageMaker.of(HistoryData.PATH, () -> new HistoryData(index).file()).withTrace());
    pages.add(PageMaker.of(RelationsData.PATH, () -> new RelationsData(index).file()).withTrace());
    pages.add(PageMaker.of(ColumnsCsv.PATH, () -> new ColumnsCsv(index).file()));
    pages.add(PageMaker.of(LoadingFile.PATH, () -> new LoadingFile(kit).file()));
  }

  private void addRelations(List<PageMaker> pages) {
    RelationPages relations = new RelationPages(kit);
    List<SchemaObject> all = Surroundings.relations(index.schema());
    for (int i = 0; i < all.size(); i++) {
      SchemaObject before = i == 0 ? null : all.get(i - 1);
      SchemaObject object = all.get(i);
      SchemaObject after = i + 1 == all.size() ? null : all.get(i + 1);
      ObjectRef ref = object.ref();
      pages.add(
          new PageMaker(
                  PageNames.page(ref),
                  RelationPages.stem(ref),
                  () -> relations.page(object, before, after))
              .withWholeTrace());
      // whether there is such a page is a question, too, that the last build has answered
      pages.add(
          new PageMaker(
                  PageNames.history(ref),
                  "",
                  () -> relations.hasLongHistory(ref) ? List.of(relations.history(ref)) : List.of())
              .withWholeTrace());
    }
  }

  private static SiteFile asset(String name) {
    try (InputStream in = SitePages.class.getResourceAsStream("/dev/annals/site/" + name)) {
      byte[] bytes = in.readAllBytes();
      return name.endsWith(".css")
          ? SiteFile.text("assets/" + name, Slim.of(new String(bytes, StandardCharsets.UTF_8)))
          : new SiteFile("assets/" + name, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
