package dev.annals.render.markdown;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.RulePage;
import dev.annals.render.PageMaker;
import dev.annals.render.Theme;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import dev.annals.render.page.Kept;
import dev.annals.render.page.SitePages;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Renders a chronicle as pages of Markdown, for wikis, code hosts, MkDocs and Docusaurus. The same
 * chronicle gives the same bytes.
 */
public final class MarkdownSite {

  /** A file in which the order of all pages stands, for MkDocs. */
  private static final String NAVIGATION = "nav.yml";

  private final Theme theme;
  private final List<RulePage> rules;

  /**
   * A renderer.
   *
   * @param theme what the team gives of its own: pages, and templates below {@code markdown/}
   * @param rules what is written about the rules; those that spoke get a page
   */
  public MarkdownSite(Theme theme, List<RulePage> rules) {
    this.theme = theme;
    this.rules = List.copyOf(rules);
  }

  /** Renders every page, in one order, whatever the number of threads. */
  public void render(Chronicle chronicle, Consumer<SiteFile> out) {
    Set<String> spoke = new TreeSet<>();
    chronicle
        .steps()
        .forEach(step -> step.changes().forEach(judged -> spoke.add(judged.verdict().rule())));
    chronicle.findings().forEach(finding -> spoke.add(finding.rule()));
    SortedMap<String, SortedMap<String, String>> sections = new TreeMap<>(Sidebar.ORDER);
    MarkdownMedium medium = new MarkdownMedium(theme.templates());
    SitePages pages =
        new SitePages(
            chronicle,
            medium,
            new Templates(theme.templates()),
            theme,
            new MarkdownRenderer(),
            rules.stream().filter(rule -> spoke.contains(rule.id())).toList(),
            List.of(),
            new Kept());
    PageMaker.makeAll(
        pages.makers(),
        file -> {
          if (file.path().endsWith(".md")) {
            sections
                .computeIfAbsent(Sidebar.section(file.path()), each -> new TreeMap<>())
                .put(place(file.path(), medium), file.path());
          }
          out.accept(file);
        });
    sections.keySet().stream()
        .filter(section -> !section.endsWith(".md"))
        .forEach(folder -> out.accept(category(folder)));
    out.accept(SiteFile.text(NAVIGATION, navigation(sections)));
  }

  /** What a folder's pages are sorted by: the page of the folder, the order they have, the path. */
  private static String place(String path, MarkdownMedium medium) {
    return "%s %010d %s"
        .formatted(path.endsWith("/index.md") ? "0" : "1", medium.position(path), path);
  }

  /** What Docusaurus reads of a folder; everything else leaves it alone. */
  private static SiteFile category(String folder) {
    return SiteFile.text(
        folder + "/_category_.json",
        "{ \"label\": \"%s\", \"position\": %d }\n"
            .formatted(Sidebar.label(folder), Sidebar.position(folder)));
  }

  /**
   * The order of pages, which MkDocs takes over with {@code INHERIT}; titles stand in the pages.
   */
  private static String navigation(SortedMap<String, SortedMap<String, String>> sections) {
    StringBuilder nav = new StringBuilder("nav:\n");
    sections.forEach(
        (section, pages) -> {
          boolean folder = !section.endsWith(".md");
          String label = Sidebar.label(section);
          if (folder) {
            nav.append("  - \"").append(label).append("\":\n");
          }
          for (String path : pages.values()) {
            nav.append(folder ? "      - " : "  - ")
                .append(folder || label.isEmpty() ? "" : "\"" + label + "\": ")
                .append('"')
                .append(path)
                .append("\"\n");
          }
        });
    return nav.toString();
  }
}
