package dev.annals.render;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.RulePage;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import dev.annals.render.page.SitePages;
import java.util.List;
import java.util.function.Consumer;

/** Renders a chronicle as the pages of a site. The same chronicle gives the same bytes. */
public final class SiteRenderer {

  private final Templates templates;
  private final List<RulePage> rules;

  /**
   * A renderer.
   *
   * @param rules what is written about the rules
   */
  public SiteRenderer(Templates templates, List<RulePage> rules) {
    this.templates = templates;
    this.rules = List.copyOf(rules);
  }

  /** Renders every page, in one order, whatever the number of threads. */
  public void render(Chronicle chronicle, Consumer<SiteFile> out) {
    new SitePages(chronicle, templates, new MarkdownRenderer(), rules).render(out);
  }
}
