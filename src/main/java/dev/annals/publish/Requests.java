package dev.annals.publish;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a request says. */
final class Requests {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

  private Requests() {}

  /** Whether who asks means this machine, by one of its own names, and this port. */
  static boolean isHere(String host, int port) {
    if (host == null) {
      return false;
    }
    int colon = host.lastIndexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    String number = colon < 0 ? "80" : host.substring(colon + 1);
    return NAMES.contains(name.toLowerCase(Locale.ROOT)) && number.equals(Integer.toString(port));
  }

  /**
   * The path that is meant, without its first slash; a folder's is that of its index page. What is
   * no path of a site (it leads upwards, it hides a slash) is one that no site has.
   */
  static String path(String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    if (!raw.startsWith("/") || lower.contains("%2f") || lower.contains("%5c")) {
      return " ";
    }
    try {
      String path = URLDecoder.decode(raw.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    } catch (IllegalArgumentException e) {
      return " ";
    }
  }

  /** The edition that a page says it is of; -1 where it does not say. */
  static long seen(String query) {
    return query != null && query.matches("seen=\\d{1,18}")
        ? Long.parseLong(query.substring(5))
        : -1;
  }
}
