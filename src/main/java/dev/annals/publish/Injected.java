package dev.annals.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What stands in pages that are served, and in none that is published. */
final class Injected {

  private static final String FOLDER = "_annals/";
  static final String EVENTS = FOLDER + "events";
  private static final Set<String> FILES = Set.of(FOLDER + "reload.js", FOLDER + "reload.css");

  private Injected() {}

  static boolean isOurs(String path) {
    return FILES.contains(path);
  }

  static byte[] file(String path) {
    String name = "/dev/annals/site/" + path.substring(FOLDER.length());
    try (InputStream in = Injected.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page with what reloads it, and with what is wrong, at its end. */
  static byte[] into(byte[] page, Answer answer) {
    String text = new String(page, StandardCharsets.ISO_8859_1); // byte by byte
    int end = text.lastIndexOf("</body>");
    int at = end < 0 ? page.length : end;
    byte[] more = markup(answer).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + more.length);
    out.write(page, 0, at);
    out.writeBytes(more);
    out.write(page, at, page.length - at);
    return out.toByteArray();
  }

  private static String markup(Answer answer) {
    String banner =
        answer.problem().isEmpty()
            ? ""
            : "<div class=\"annals-problem\" role=\"alert\"><strong>This is not the latest state."
                + "</strong><pre>"
                + escape(answer.problem())
                + "</pre></div>\n";
    return "<link rel=\"stylesheet\" href=\"/_annals/reload.css\">\n"
        + banner
        + "<script src=\"/_annals/reload.js\" data-edition=\""
        + answer.edition()
        + "\"></script>\n";
  }

  /** A page that says that the one that was asked for cannot be made. */
  static byte[] failed() {
    return ("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"color-scheme\" content=\"light dark\"><title>Problem</title>"
            + "<link rel=\"stylesheet\" href=\"/assets/annals.css\"></head><body>"
            + "<main class=\"annals-plain\"><h1>Problem</h1>"
            + "<p>This page cannot be made as the project is now.</p>"
            + "<p><a href=\"/index.html\">Home</a></p></main></body></html>\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
