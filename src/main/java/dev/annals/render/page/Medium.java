package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import java.util.Map;

/** What pages are made of. */
public interface Medium {

  /**
   * A finished page.
   *
   * @param path where it is in a site of HTML
   * @param template the template that fills it there
   * @param view what templates see
   */
  SiteFile page(String path, String template, Map<String, Object> view);

  /** The file of a page, or of anything else, that a site of HTML has at a path. */
  String address(String path);

  /** True where readers have a browser with our scripts and pictures, false where text is all. */
  boolean browsed();
}
