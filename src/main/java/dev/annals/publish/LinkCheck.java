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
import java.util.TreeSet;
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

  /** Every link that leads nowhere: {@code page.html: target}, sorted. */
  public List<String> broken() {
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

  private boolean leadsSomewhere(String page, String target) {
    int hash = target.indexOf('#');
    String address = (hash < 0 ? target : target.substring(0, hash)).replaceAll("\\?.*$", "");
    String anchor = hash < 0 ? "" : decode(target.substring(hash + 1));
    String file = address.isEmpty() ? page : resolve(page, decode(address));
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
