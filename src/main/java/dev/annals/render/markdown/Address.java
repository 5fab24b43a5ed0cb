package dev.annals.render.markdown;

import java.util.regex.Pattern;

/** Addresses as they are in the site of Markdown. */
final class Address {

  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");
  private static final Pattern SPECIAL = Pattern.compile("[\\s()<>{}\\[\\]|\\\\\"'`*]");

  private Address() {}

  /**
   * The file of a page. What begins with an underscore is a part, not a page, to some that make
   * sites of Markdown.
   */
  static String file(String html) {
    return html.replaceFirst("\\.html$", ".md").replaceAll("(^|/)(?=_[^/]*$)", "$1-");
  }

  /** Where a link leads; what is not on the site stays as it is. */
  static String of(String href) {
    if (href.startsWith("#") || ELSEWHERE.matcher(href).matches()) {
      return safe(href);
    }
    int hash = href.indexOf('#');
    String page = hash < 0 ? href : href.substring(0, hash);
    return safe(file(page.replaceFirst("\\?.*", "")) + (hash < 0 ? "" : href.substring(hash)));
  }

  private static String safe(String address) {
    return SPECIAL
        .matcher(address)
        .replaceAll(m -> "%%%02X".formatted((int) m.group().charAt(0)))
        .replace("&", "&amp;");
  }
}
