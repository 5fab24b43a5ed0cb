package dev.annals.publish;

import dev.annals.model.site.SiteFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Follows every link of a site to the file and the anchor that it names, before the site is
 * published. It reads the HTML that Annals itself writes, in which attribute values are always
 * quoted and escaped.
 */
public final class LinkCheck {

  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  private static final byte[] ID = " id=".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HREF = " href=".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SRC = " src=".getBytes(StandardCharsets.UTF_8);

  private final Set<String> files = new HashSet<>();
  private final Map<String, Set<String>> anchors = new HashMap<>();
  private final Map<String, List<Link>> links = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Function<String, Scan> again;
  private final Map<String, Map<String, Link>> ofFolder = new ConcurrentHashMap<>();

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
   * @param links what it links to
   */
  record Scan(String path, boolean page, Set<String> ids, List<Link> links) {}

  /**
   * Where a link leads.
   *
   * @param target as the page has it
   * @param file from the site's root
   * @param anchor empty for none
   */
  record Link(String target, String file, String anchor) {}

  /** Looks through a file; several threads may. */
  Scan scan(SiteFile file) {
    Set<String> ids = new HashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    boolean markdown = MarkdownLinks.isPage(file);
    boolean page = file.path().endsWith(".html") || markdown;
    if (markdown) {
      MarkdownLinks.scan(file.text(), ids, targets);
    } else if (page) {
      scan(file.bytes(), ids, targets);
    }
    targets.removeIf(LinkCheck::isElsewhere);
    if (file.path().equals(SiteFile.MISSING)) {
      targets.removeIf(target -> target.startsWith("../")); // for the folders that it is shown in
    }
    return new Scan(
        file.path(), page, ids, targets.stream().map(each -> link(file.path(), each)).toList());
  }

  private static boolean isElsewhere(String target) {
    return target.indexOf(':') >= 0 ? ELSEWHERE.matcher(target).matches() : target.startsWith("//");
  }

  /** Pages of one folder have many links in common. */
  private Link link(String page, String target) {
    if (target.isEmpty() || target.startsWith("#") || target.startsWith("?")) {
      return new Link(target, page, anchor(target));
    }
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    return ofFolder
        .computeIfAbsent(folder, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(target, each -> new Link(each, file(page, each), anchor(each)));
  }

  /**
   * Our pages hold no {@code "<"} or {@code ">"} but those of tags, and quote all attributes. All
   * signs that count are of one byte.
   */
  private static void scan(byte[] html, Set<String> ids, Set<String> targets) {
    boolean tag = false;
    for (int at = 0; at < html.length; at++) {
      byte sign = html[at];
      if (sign == '<') {
        tag = true;
      } else if (sign == '>') {
        tag = false;
      } else if (tag && sign == '"') {
        int end = at + 1;
        while (end < html.length && html[end] != '"') {
          end++;
        }
        if (follows(html, at, ID)) {
          ids.add(value(html, at + 1, end));
        } else if (follows(html, at, HREF) || follows(html, at, SRC)) {
          targets.add(value(html, at + 1, end));
        }
        at = end;
      }
    }
  }

  private static boolean follows(byte[] html, int at, byte[] attribute) {
    int start = at - attribute.length;
    return start >= 0 && Arrays.equals(html, start, at, attribute, 0, attribute.length);
  }

  private static String value(byte[] html, int start, int end) {
    return unescape(new String(html, start, end - start, StandardCharsets.UTF_8));
  }

  /** Notes what a file offers and wants. */
  void accept(Scan scan) {
    files.add(scan.path());
    if (scan.page()) {
      anchors.put(scan.path(), scan.ids());
      links.put(scan.path(), scan.links());
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
        (page, all) -> {
          for (Link link : all) {
            if (!leadsSomewhere(link)) {
              broken.add(page + ": " + link.target());
            }
          }
        });
    return new ArrayList<>(broken);
  }

  /** Looks through those pages of the former site in which new ones want a certain place. */
  private void scanAgain() {
    Set<String> wanted = new HashSet<>();
    links.forEach(
        (page, all) -> {
          for (Link link : all) {
            String file = link.anchor().isEmpty() ? page : link.file();
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
    Set<Link> all = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String page : pages) {
      all.addAll(links.getOrDefault(page, List.of()));
    }
    SortedSet<String> followed = new TreeSet<>();
    all.forEach(link -> followed.add(link.file() + "#" + link.anchor()));
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

  private boolean leadsSomewhere(Link link) {
    if (!files.contains(link.file())) {
      return false;
    }
    Set<String> there = link.anchor().isEmpty() ? null : anchors.get(link.file());
    return there == null || there.contains(link.anchor());
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
