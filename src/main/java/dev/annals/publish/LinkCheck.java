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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows every link of a site to the file and the anchor that it names, before the site is
 * published. It reads the HTML that Annals itself writes, in which attribute values are always
 * quoted and escaped.
 */
public final class LinkCheck {

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s(href|src|id)=\"([^\"]*)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  private final Set<String> files = new HashSet<>();
  private final Map<String, Set<String>> anchors = new HashMap<>();
  private final Map<String, Set<String>> links = new HashMap<>();

  /** Notes a file, and what it links to if it is a page. */
  public void accept(SiteFile file) {
    files.add(file.path());
    if (!file.path().endsWith(".html")) {
      return;
    }
    Set<String> ids = new HashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    Matcher tags = TAG.matcher(file.text());
    while (tags.find()) {
      Matcher attributes = ATTRIBUTE.matcher(tags.group());
      while (attributes.find()) {
        String value = unescape(attributes.group(2));
        if (attributes.group(1).equals("id")) {
          ids.add(value);
        } else if (!ELSEWHERE.matcher(value).matches()) {
          targets.add(value);
        }
      }
    }
    anchors.put(file.path(), ids);
    links.put(file.path(), targets);
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
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
