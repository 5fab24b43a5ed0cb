package dev.annals.render;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import dev.annals.render.page.HtmlMedium;
import dev.annals.render.page.Kept;
import dev.annals.render.page.SitePages;
import java.util.List;
import java.util.function.Consumer;

/** Renders a chronicle as the pages of a site. The same chronicle gives the same bytes. */
public final class SiteRenderer {

  private final Templates templates;
  private final Theme theme;
  private final List<RulePage> rules;
  private final List<NotJudged> notJudged;
  private final Kept kept;

  /**
   * A renderer.
   *
   * @param theme what the team gives of its own
   * @param rules what is written about the rules
   * @param notJudged what is written about changes that no rule judges
   */
  public SiteRenderer(
      Templates templates, Theme theme, List<RulePage> rules, List<NotJudged> notJudged) {
    this(templates, theme, rules, notJudged, new Kept());
  }

  /** The same, which may make use of what {@code kept} knows of a former chronicle. */
  public SiteRenderer(
      Templates templates,
      Theme theme,
      List<RulePage> rules,
      List<NotJudged> notJudged,
      Kept kept) {
    this.kept = kept;
    this.templates = templates;
    this.theme = theme;
    this.rules = List.copyOf(rules);
    this.notJudged = List.copyOf(notJudged);
  }

  /** Renders every page, in one order, whatever the number of threads. */
  public void render(Chronicle chronicle, Consumer<SiteFile> out) {
    PageMaker.makeAll(site(chronicle).makers(), out);
  }

  /** All pages, each made when it is wanted. */
  public SitePages site(Chronicle chronicle) {
    return new SitePages(
        chronicle,
        new HtmlMedium(templates),
        templates,
        theme,
        new MarkdownRenderer(),
        rules,
        notJudged,
        kept);
  }
}
