package dev.annals.publish;

import dev.annals.model.site.SiteFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Follows every link of a site to the file and the anchor that it names, before the site is
 * published. It reads the HTML that Annals itself writes, in which attribute values are always
 * quoted and escaped.
 */
public final class LinkCheck {

  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  private final Set<String> files = new HashSet<>();
  private final Map<String, Set<String>> anchors = new HashMap<>();
  private final Map<String, Set<String>> links = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Function<String, Scan> again;

  /** Checks files that are all handed in. */
  public LinkCheck() {
    this(
        path -> {
          throw new IllegalStateException(path);
        });
  }

  /**
   * Checks files of which some were checked with a former site.
   *
   * @param again looks through one of those, where that has to be
   */
  LinkCheck(Function<String, Scan> again) {
    this.again = again;
  }

  /**
   * What one file offers to links, and what it links to.
   *
   * @param path the file
   * @param page whether it is a page
   * @param ids its anchors
   * @param targets where it links to
   */
  record Scan(String path, boolean page, Set<String> ids, Set<String> targets) {}

  /** Looks through a file; it needs nothing of the others. */
  static Scan scan(SiteFile file) {
    Set<String> ids = new HashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    boolean markdown = MarkdownLinks.isPage(file);
    boolean page = file.path().endsWith(".html") || markdown;
    if (markdown) {
      MarkdownLinks.scan(file.text(), ids, targets);
    } else if (page) {
      scan(file.text(), ids, targets);
    }
    targets.removeIf(target -> ELSEWHERE.matcher(target).matches());
    if (file.path().equals(SiteFile.MISSING)) {
      targets.removeIf(target -> target.startsWith("../")); // for the folders that it is shown in
    }
    return new Scan(file.path(), page, ids, targets);
  }

  /** Our pages hold no {@code "<"} or {@code ">"} but those of tags, and quote all attributes. */
  private static void scan(String text, Set<String> ids, Set<String> targets) {
    int open = text.indexOf('<');
    while (open >= 0) {
      int close = text.indexOf('>', open);
      int equals = text.indexOf("=\"", open);
      while (equals >= 0 && equals < close) {
        int end = text.indexOf('"', equals + 2);
        String name = text.substring(text.lastIndexOf(' ', equals) + 1, equals);
        String value = text.substring(equals + 2, end);
        if (name.equals("id")) {
          ids.add(unescape(value));
        } else if (name.equals("href") || name.equals("src")) {
          targets.add(unescape(value));
        }
        close = Math.max(close, text.indexOf('>', end));
        equals = text.indexOf("=\"", end);
      }
      open = close < 0 ? -1 : text.indexOf('<', close);
    }
  }

  /** Notes what a file offers and wants. */
  void accept(Scan scan) {
    files.add(scan.path());
    if (scan.page()) {
      anchors.put(scan.path(), scan.ids());
      links.put(scan.path(), scan.targets());
    }
  }

  /** Notes a file. */
  public void accept(SiteFile file) {
    accept(scan(file));
  }

  /** Notes a file of a former site, whose own links are known. */
  void known(String path) {
    files.add(path);
    known.add(path);
  }

  /** Every link that leads nowhere: {@code page.html: target}, sorted. */
  public List<String> broken() {
    return broken(Set.of());
  }

  /**
   * The same.
   *
   * @param wanted where the files of the former site link to: where one of these has gone, it is
   *     found out who wants it
   */
  List<String> broken(Set<String> wanted) {
    if (!wanted.stream().allMatch(this::holds)) {
      List<String> all = List.copyOf(known);
      known.clear();
      all.forEach(path -> accept(again.apply(path)));
    }
    scanAgain();
    Set<String> broken = new TreeSet<>();
    links.forEach(
        (page, targets) -> {
          for (String target : targets) {
            if (!leadsSomewhere(page, target)) {
              broken.add(page + ": " + target);
            }
          }
        });
    return new ArrayList<>(broken);
  }

  /** Looks through those pages of the former site in which new ones want a certain place. */
  private void scanAgain() {
    Set<String> wanted = new HashSet<>();
    links.forEach(
        (page, targets) -> {
          for (String target : targets) {
            String file = anchor(target).isEmpty() ? page : file(page, target);
            if (known.contains(file) && !anchors.containsKey(file)) {
              wanted.add(file);
            }
          }
        });
    wanted.parallelStream()
        .map(again)
        .filter(Scan::page)
        .toList()
        .forEach(scan -> anchors.put(scan.path(), scan.ids()));
  }

  /** What pages of a former site link to in others of it has not changed since. */
  private boolean holds(String target) {
    int hash = target.indexOf('#');
    String file = target.substring(0, hash);
    String anchor = target.substring(hash + 1);
    return files.contains(file)
        && (known.contains(file)
            || anchor.isEmpty()
            || !anchors.containsKey(file)
            || anchors.get(file).contains(anchor));
  }

  /** Where the links of some pages lead, each as a file, a number sign and perhaps an anchor. */
  SortedSet<String> followed(Set<String> pages) {
    SortedSet<String> followed = new TreeSet<>();
    for (String page : pages) {
      for (String target : links.getOrDefault(page, Set.of())) {
        followed.add(file(page, target) + "#" + anchor(target));
      }
    }
    return followed;
  }

  private static String file(String page, String target) {
    int hash = target.indexOf('#');
    String address = hash < 0 ? target : target.substring(0, hash);
    int query = address.indexOf('?');
    address = query < 0 ? address : address.substring(0, query);
    return address.isEmpty() ? page : resolve(page, decode(address));
  }

  private static String anchor(String target) {
    int hash = target.indexOf('#');
    return hash < 0 ? "" : decode(target.substring(hash + 1));
  }

  private boolean leadsSomewhere(String page, String target) {
    String anchor = anchor(target);
    String file = file(page, target);
    if (!files.contains(file)) {
      return false;
    }
    return anchor.isEmpty() || !anchors.containsKey(file) || anchors.get(file).contains(anchor);
  }

  private static String resolve(String page, String address) {
    List<String> parts = new ArrayList<>(List.of(page.split("/")));
    parts.remove(parts.size() - 1);
    for (String part : address.split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return "(outside the site)";
        }
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
