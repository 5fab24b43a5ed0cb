package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.render.html.Templates;
import java.util.Map;

/**
 * Pages of HTML.
 *
 * @param templates what they look like
 */
public record HtmlMedium(Templates templates) implements Medium {

  @Override
  public SiteFile page(String path, String template, Map<String, Object> view) {
    return SiteFile.text(path, templates.fill(template, view));
  }

  @Override
  public String address(String path) {
    return path;
  }

  @Override
  public boolean browsed() {
    return true;
  }
}
