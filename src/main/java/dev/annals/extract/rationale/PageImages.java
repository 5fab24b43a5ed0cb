package dev.annals.extract.rationale;

import dev.annals.extract.rationale.ProjectFiles.Named;
import dev.annals.model.story.Finding;
import dev.annals.model.story.PageLinks;
import dev.annals.model.story.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects the pictures that pages show: files of the project, of sorts that a browser draws. */
final class PageImages {

  private static final long LIMIT = 5L * 1_048_576;
  private static final Pattern REMOTE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|//).*");

  private final ProjectFiles files;
  private final List<Finding> findings;
  private final SortedMap<String, byte[]> contents = new TreeMap<>();

  PageImages(ProjectFiles files, List<Finding> findings) {
    this.files = files;
    this.findings = findings;
  }

  /** What all pages show together: path from the project's folder, and content. */
  SortedMap<String, byte[]> contents() {
    return contents;
  }

  /** The pictures of one page: as they are written there, and their files. */
  SortedMap<String, String> of(String path, String body, int bodyLine) {
    SortedMap<String, String> images = new TreeMap<>();
    for (PageLinks.Link picture : PageLinks.pictures(body)) {
      String file = take(path, picture.target(), bodyLine + picture.line());
      if (!file.isEmpty()) {
        images.put(picture.target(), file);
      }
    }
    return images;
  }

  private String take(String page, String reference, int line) {
    if (REMOTE.matcher(reference).matches()) {
      return refused(
          page,
          line,
          reference,
          "lies elsewhere, and the site asks no network",
          "Put the file beside the page.");
    }
    Named named = files.find(page, reference, LIMIT);
    if (!named.trouble().isEmpty()) {
      return refused(page, line, reference, named.trouble(), named.advice());
    }
    try {
      byte[] bytes = files.bytes(named.path());
      byte[] safe = safe(named.path(), bytes);
      if (safe.length == 0) {
        return refused(
            page,
            line,
            reference,
            "is no picture of a sort that is shown, whatever its name says",
            "Known: png, jpeg, gif, webp, svg.");
      }
      contents.put(named.path(), safe);
      return named.path();
    } catch (IOException e) {
      return refused(page, line, reference, "cannot be read: " + e.getMessage(), "");
    }
  }

  /** What may be shown of it; nothing where it is not what its name says. */
  private static byte[] safe(String path, byte[] bytes) throws IOException {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean is =
        switch (ending) {
          case "png" -> begins(bytes, 0, "\u0089PNG\r\n");
          case "jpg", "jpeg" -> begins(bytes, 0, "\u00FF\u00D8\u00FF");
          case "gif" -> begins(bytes, 0, "GIF8");
          case "webp" -> begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP");
          default -> false;
        };
    if (ending.equals("svg")) {
      return SafeSvg.of(bytes);
    }
    return is ? bytes : new byte[0];
  }

  private static boolean begins(byte[] bytes, int at, String signature) {
    for (int i = 0; i < signature.length(); i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String refused(String page, int line, String reference, String why, String advice) {
    findings.add(
        new Finding(
            "broken-image",
            Severity.ERROR,
            List.of(),
            "the picture " + reference + " " + why,
            advice,
            page,
            line,
            ""));
    return "";
  }
}
