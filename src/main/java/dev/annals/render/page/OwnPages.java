package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.render.Theme;
import dev.annals.render.page.Views.Link;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that the team wrote for its site. */
final class OwnPages {

  private static final Pattern TITLE = Pattern.compile("(?m)\\A\\s*# +(.+?)\\s*$");

  private final Kit kit;

  OwnPages(Kit kit) {
    this.kit = kit;
  }

  /** Where they are, from a page. */
  static List<Link> links(Theme theme, String from) {
    return theme.pages().stream()
        .map(page -> new Link(title(page), PageNames.relative(from, path(page))))
        .toList();
  }

  static String path(Theme.Page page) {
    return "pages/" + PageNames.slug(page.name()) + ".html";
  }

  /** Its first heading, else its file's name. */
  private static String title(Theme.Page page) {
    Matcher matcher = TITLE.matcher(page.markdown());
    return matcher.find() ? matcher.group(1) : page.name().replace('-', ' ');
  }

  SiteFile page(Theme.Page page) {
    String path = path(page);
    String html = kit.prose(Kit.withoutTitle(page.markdown()), path);
    return kit.page(
        path, "own.ftlh", title(page), Kit.crumbs(path), List.of(), Map.of("textHtml", html));
  }
}
