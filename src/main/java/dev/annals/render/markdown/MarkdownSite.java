package dev.annals.render.markdown;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.RulePage;
import dev.annals.render.Theme;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import dev.annals.render.page.SitePages;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Renders a chronicle as pages of Markdown, for wikis, code hosts, MkDocs and Docusaurus. The same
 * chronicle gives the same bytes.
 */
public final class MarkdownSite {

  /** Folders in the order of a sidebar, and what they are called there. */
  private static final List<String> FOLDERS =
      List.of(
          "areas",
          "tables",
          "views",
          "routines",
          "types",
          "sequences",
          "releases",
          "migrations",
          "decisions",
          "history",
          "checks",
          "rules",
          "pages");

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
    Set<String> folders = new TreeSet<>();
    new SitePages(
            chronicle,
            new MarkdownMedium(theme.templates()),
            new Templates(theme.templates()),
            theme,
            new MarkdownRenderer(),
            rules.stream().filter(rule -> spoke.contains(rule.id())).toList(),
            List.of())
        .render(
            file -> {
              folders.add(file.path().replaceFirst("/[^/]*$", ""));
              out.accept(file);
            });
    FOLDERS.stream().filter(folders::contains).forEach(folder -> out.accept(category(folder)));
  }

  /** What Docusaurus reads of a folder; everything else leaves it alone. */
  private static SiteFile category(String folder) {
    String label = Character.toUpperCase(folder.charAt(0)) + folder.substring(1);
    return SiteFile.text(
        folder + "/_category_.json",
        "{ \"label\": \"%s\", \"position\": %d }\n".formatted(label, FOLDERS.indexOf(folder) + 10));
  }
}
