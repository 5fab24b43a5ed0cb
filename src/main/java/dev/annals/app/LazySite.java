package dev.annals.app;

import dev.annals.model.site.SiteFile;
import dev.annals.render.PageMaker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One state of a site: each page is made when somebody asks for it, and kept. */
final class LazySite {

  private final Map<String, PageMaker> pages = new HashMap<>();
  private final List<PageMaker> others;

  /** A site of makers that make everything once. */
  LazySite(List<PageMaker> makers) {
    makers.forEach(maker -> pages.put(maker.path(), maker));
    this.others =
        makers.stream()
            .filter(maker -> !maker.beside().isEmpty())
            .sorted(Comparator.comparingInt((PageMaker m) -> m.beside().length()).reversed())
            .toList();
  }

  /**
   * The file of a path.
   *
   * @throws dev.annals.model.Problem if a template of the team's fails
   */
  Optional<SiteFile> find(String path) {
    PageMaker page = pages.getOrDefault(path, pages.get(owner(path)));
    if (page != null) {
      return of(page, path);
    }
    // the longest beginning is the likeliest
    return others.stream()
        .filter(maker -> maker.mayMake(path))
        .flatMap(maker -> of(maker, path).stream())
        .findFirst();
  }

  /** The page that a long list goes on from: {@code x.html} of {@code x~all-changes-2.html}. */
  private static String owner(String path) {
    return path.replaceFirst("~[^~/]*\\.html$", ".html");
  }

  private static Optional<SiteFile> of(PageMaker maker, String path) {
    return maker.files().get().stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
