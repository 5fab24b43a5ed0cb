package dev.annals.model.site;

import java.nio.charset.StandardCharsets;

/**
 * One file of a published site, as a value: renderers make it, the publisher writes it.
 *
 * @param path where it goes, from the site's root, with slashes; never absolute, no {@code ..}
 * @param bytes its content; not copied, nobody writes into it
 */
@SuppressWarnings("ArrayRecordComponent") // a value that is written once and never compared
public record SiteFile(String path, byte[] bytes) {

  /** The page that static hosts show under any address that has none. */
  public static final String MISSING = "404.html";

  /** A text file, in UTF-8. */
  public static SiteFile text(String path, String text) {
    return new SiteFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Its content as text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
