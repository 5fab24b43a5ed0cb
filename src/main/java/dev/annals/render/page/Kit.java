package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.RulePage;
import dev.annals.render.Once;
import dev.annals.render.Theme;
import dev.annals.render.diagram.LinkMaker;
import dev.annals.render.html.Asked;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Places;
import dev.annals.render.html.Templates;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every page is made with: the index, templates, Markdown, and the frame around it. */
final class Kit {

  private final SiteIndex index;
  private final Medium medium;
  private final Theme theme;
  private final MarkdownRenderer markdown;
  private final Map<String, String> rules;
  private final Includes includes;
  private final Embeds embeds;
  private final Supplier<Outlines> outlines;
  private final Supplier<OneSchema> oneSchema;
  private final Supplier<List<LoadingOrder.Turn>> loading;

  Kit(
      SiteIndex index,
      Medium medium,
      Templates templates,
      Theme theme,
      MarkdownRenderer markdown,
      List<RulePage> rules) {
    this.index = index;
    this.medium = medium;
    this.theme = theme;
    this.markdown = markdown;
    this.embeds = medium.browsed() ? Embeds.of(index, theme.embeds()) : Embeds.NONE;
    this.oneSchema = new Once<>(() -> OneSchema.of(index.schema()));
    this.outlines = new Once<>(() -> new Outlines(index.schema()));
    this.loading = new Once<>(() -> LoadingOrder.of(index.schema()));
    this.includes = new Includes(this, templates);
    this.rules = rules.stream().collect(Collectors.toMap(RulePage::id, RulePage::title));
  }

  SiteIndex index() {
    return index;
  }

  /** True where readers have a browser with our scripts and pictures. */
  boolean browsed() {
    return medium.browsed();
  }

  /** The file of what a site of HTML has at a path. */
  String address(String path) {
    return medium.address(path);
  }

  /** How diagrams are drawn on a page, and where their tables lead. */
  LinkMaker links(String from) {
    return browsed() ? table -> link(from, table) : LinkMaker.MERMAID;
  }

  /** By way of the root, for a picture may be in another folder that is as deep. */
  private String link(String from, ObjectRef table) {
    String place = index.place(table);
    return place.isEmpty() ? "" : PageNames.root(from) + place;
  }

  /** A name as lists show it: without the schema, where everything is in one. */
  String listed(String name) {
    return oneSchema.get().without(name);
  }

  /** The same of a link that says a name. */
  Link listed(Link link) {
    return new Link(listed(link.text()), link.href());
  }

  /** What can be said of tables that nobody has said anything about. */
  Outlines outlines() {
    return outlines.get();
  }

  /** In which order tables can be filled. */
  List<LoadingOrder.Turn> loading() {
    return loading.get();
  }

  /** What other pages show a card of. */
  Embeds embeds() {
    return embeds;
  }

  /** What a rule is called; its id where it has no page. */
  String ruleTitle(String id) {
    return rules.getOrDefault(id, id);
  }

  ChangeViews changes(String from) {
    return new ChangeViews(index, rules.keySet(), from);
  }

  /**
   * A part of a page of the team's as HTML: with its links, its pictures, and what it includes.
   *
   * @param text that part
   * @param from the page of the site that shows it
   */
  String prose(Rationale page, String text, String from) {
    if (text.isBlank()) {
      return "";
    }
    return prose(text, new PagePlaces(index, page, from), from);
  }

  /** The same of a page of the site's own, which knows the names of the schema and no files. */
  String prose(String text, String from) {
    return text.isBlank() ? "" : prose(text, Places.of(name -> index.look(from, name)), from);
  }

  private String prose(String text, Places places, String from) {
    Marks marks = Marks.of(text);
    String html = markdown.html(marks.text(), places);
    ChangeViews changes = changes(from);
    return marks.replaced(html, include -> includes.html(include, from, changes));
  }

  /** Markdown as HTML, its double brackets looked up from a page. */
  String markdown(String text, String from) {
    return text.isBlank() ? "" : markdown.html(text, name -> index.look(from, name));
  }

  /** Where a file of the project is edited; empty where that is not known. */
  String edit(String path) {
    String edit = index.chronicle().project().edit();
    boolean safe = edit.matches("(?i)https?://.*");
    return safe && !path.isEmpty() ? edit.replace("{path}", path.replace(" ", "%20")) : "";
  }

  /** A rationale page without its first heading, which the page's own stands for. */
  static String withoutTitle(String body) {
    return body.stripLeading().replaceFirst("\\A# [^\\n]*\\n", "");
  }

  /** A finished page. */
  SiteFile page(
      String path,
      String template,
      String title,
      List<Link> crumbs,
      List<Heading> headings,
      Map<String, Object> view) {
    Map<String, Object> all = new HashMap<>(view);
    all.put("root", PageNames.root(path));
    all.put("path", path);
    all.put("title", title);
    all.put("style", theme.style());
    all.put("logo", theme.logo());
    all.put("own", OwnPages.links(theme, path));
    all.put("crumbs", crumbs);
    all.put("headings", headings.stream().filter(h -> h.count() != 0).toList());
    all.put("site", index.chronicle().project().title());
    all.put("version", Asked.text(index.past()::version));
    all.put("engine", index.chronicle().engine());
    return medium.page(path, template, all);
  }

  /** The way from home to a page, without the page itself. */
  static List<Link> crumbs(String from, String... pairs) {
    List<Link> crumbs = new ArrayList<>();
    crumbs.add(new Link("Home", PageNames.relative(from, "index.html")));
    for (int i = 0; i < pairs.length; i += 2) {
      crumbs.add(
          new Link(pairs[i], pairs[i + 1].isEmpty() ? "" : PageNames.relative(from, pairs[i + 1])));
    }
    return crumbs;
  }

  /** The way from home to a page, through the list that all of its sort are in. */
  static List<Link> crumbsTo(String from, String page) {
    return switch (page.substring(0, page.indexOf('/') + 1)) {
      case "" ->
          page.equals(CoveragePage.PATH) ? crumbs(from, "Checks", ChecksPages.PATH) : crumbs(from);
      case "tables/" -> crumbs(from, "Tables", TablesPage.PATH);
      case "views/" -> crumbs(from, "Views", "a-z.html");
      case "releases/" -> crumbs(from, "Releases", "releases/index.html");
      case "migrations/" -> crumbs(from, "Migrations", "migrations/index.html");
      case "rules/" -> crumbs(from, "Rules", "rules/index.html");
      case "checks/" -> crumbs(from, "Checks", ChecksPages.PATH);
      case "areas/" -> crumbs(from, "Areas", "index.html");
      default -> crumbs(from, "A to Z", "a-z.html");
    };
  }

  /**
   * The way from home to a page that is a part of another one.
   *
   * @param title of the other one
   * @param owner its path
   */
  static List<Link> crumbsBelow(String from, String title, String owner) {
    List<Link> crumbs = crumbsTo(from, owner);
    crumbs.add(new Link(title, PageNames.relative(from, owner)));
    return crumbs;
  }
}
