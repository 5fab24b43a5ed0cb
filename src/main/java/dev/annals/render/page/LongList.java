package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.site.SiteFile;
import dev.annals.render.page.Views.LineView;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What is too much for one page, in pages of its own, a line each: the page that it belongs to
 * shows the beginning and links here.
 */
final class LongList {

  /** Lines of one page, and letters of them, which keep it below 300 kB. */
  private static final int LINES = 1000;

  private static final int LETTERS = 270_000;

  /** Letters that a line takes besides what it says and where it leads. */
  private static final int LINE_FRAME = 160;

  private final Kit kit;
  private final String owner;
  private final String title;

  /**
   * A list that belongs to a page.
   *
   * @param owner the path of that page
   * @param title what people call it
   */
  LongList(Kit kit, String owner, String title) {
    this.kit = kit;
    this.owner = owner;
    this.title = title;
  }

  /** The path of one of its pages; no other page's name holds such a mark. */
  private String path(String what, int number) {
    String name = what.toLowerCase(Locale.ROOT).replace(' ', '-');
    String mark = "~" + PageNames.slug(name) + (number == 0 ? "" : "-" + (number + 1));
    return owner.replaceFirst("\\.html$", mark + ".html");
  }

  /** Where it begins, from the page that it belongs to. */
  String href(String what) {
    return href(what, owner);
  }

  /** Where it begins, from another page. */
  String href(String what, String from) {
    return PageNames.relative(from, path(what, 0));
  }

  /**
   * Its pages. What lines link to is told from the page that the list belongs to, beside which they
   * are.
   */
  List<SiteFile> pages(String what, List<LineView> lines) {
    return pages(what, lines, false);
  }

  /** The same of lines that begin with names, and are in their order. */
  List<SiteFile> pagesOfNames(String what, List<LineView> lines) {
    return pages(what, lines, true);
  }

  private List<SiteFile> pages(String what, List<LineView> lines, boolean named) {
    List<SiteFile> files = new ArrayList<>();
    List<Integer> starts = starts(lines);
    int pages = starts.size();
    List<String> ranges = new ArrayList<>();
    for (int number = 0; number < pages; number++) {
      int first = starts.get(number);
      int last = number + 1 < pages ? starts.get(number + 1) : lines.size();
      ranges.add(
          named
              ? range(name(lines.get(first)), name(lines.get(last - 1)))
              : range(Counted.of(first + 1), Counted.of(last)));
    }
    for (int number = 0; number < pages; number++) {
      int first = starts.get(number);
      int last = number + 1 < pages ? starts.get(number + 1) : lines.size();
      String path = path(what, number);
      Map<String, Object> view = new HashMap<>();
      view.put("kind", what);
      view.put("heading", title);
      view.put("about", new Link(title, PageNames.relative(path, owner)));
      view.put("first", first + 1);
      view.put("last", last);
      view.put("count", lines.size());
      view.put("pages", links(path, number, ranges, other -> path(what, other)));
      view.put("lines", lines.subList(first, last).stream().map(this::beside).toList());
      view.put("previous", number == 0 ? List.of() : List.of(turn(what, path, number - 1)));
      view.put("next", number + 1 == pages ? List.of() : List.of(turn(what, path, number + 1)));
      List<Link> crumbs = Kit.under(path, title, owner);
      files.add(kit.page(path, "rest.ftlh", title + ": " + what, crumbs, List.of(), view));
    }
    return files;
  }

  /** The first line of each page. */
  private static List<Integer> starts(List<LineView> lines) {
    List<Integer> starts = new ArrayList<>();
    int letters = 0;
    for (int i = 0; i < lines.size(); i++) {
      Link link = lines.get(i).link();
      letters += link.text().length() + link.href().length() + LINE_FRAME;
      if (starts.isEmpty() || letters > LETTERS || i - starts.get(starts.size() - 1) == LINES) {
        starts.add(i);
        letters = 0;
      }
    }
    return starts;
  }

  /** What is on which of the pages of a list; nothing where there is one. */
  static List<Link> links(String from, int here, List<String> ranges, IntFunction<String> path) {
    List<Link> links = new ArrayList<>();
    for (int page = 0; page < ranges.size() && ranges.size() > 1; page++) {
      String href = page == here ? "" : PageNames.relative(from, path.apply(page));
      links.add(new Link(ranges.get(page), href));
    }
    return links;
  }

  /** From one to another. */
  static String range(String first, String last) {
    return first.equals(last) ? first : first + " to " + last;
  }

  /** The name that a line begins with. */
  private static String name(LineView line) {
    return line.link().text().replaceFirst("(: | \\().*", "");
  }

  /** A place on the page itself is on another one, seen from here. */
  private LineView beside(LineView line) {
    return line.link().href().startsWith("#")
        ? line.at(owner.substring(owner.lastIndexOf('/') + 1) + line.link().href())
        : line;
  }

  private Link turn(String what, String from, int number) {
    return new Link("Page " + (number + 1), PageNames.relative(from, path(what, number)));
  }
}
