package dev.annals.extract.rationale;

import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import dev.annals.yaml.YamlMap;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the team's Markdown pages: YAML front matter between two lines of {@code ---}, then text. A
 * page that cannot be read becomes a finding; the others are read all the same.
 */
public final class RationaleReader {

  private static final List<String> OWN =
      List.of("table", "view", "routine", "type", "area", "owners", "tags", "status", "reviewed");

  private final Path project;
  private final Function<String, Commit> touched;
  private final List<Rationale> pages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private RationaleReader(Path project, Function<String, Commit> touched) {
    this.project = project;
    this.touched = touched;
  }

  /**
   * The pages of a folder and the folders below it.
   *
   * @param project the project's folder
   * @param folder the folder of the pages, from there; it need not exist
   * @param touched gives the commit that last touched a file of the project
   * @throws Problem if the folder cannot be listed
   */
  public static RationaleReading read(
      Path project, String folder, Function<String, Commit> touched) {
    RationaleReader reader = new RationaleReader(project, touched);
    Path root = project.resolve(folder);
    if (Files.isDirectory(root)) {
      for (Path file : filesOf(root)) {
        reader.read(root, file);
      }
    }
    return new RationaleReading(reader.pages, reader.findings);
  }

  /** Links are not followed: a page must not show what lies outside of the project. */
  private static List<Path> filesOf(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equalsIgnoreCase("README.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Problem.failure(
          "reading the rationale pages in " + root + ": " + e.getMessage(),
          "May the folder be read?",
          e);
    }
  }

  private void read(Path root, Path file) {
    String path = slashes(project.relativize(file));
    String name = slashes(root.relativize(file)).replaceAll("\\.md$", "");
    try {
      pages.add(page(path, name, Files.readString(file).replace("\r\n", "\n")));
    } catch (CharacterCodingException e) {
      unreadable(path, 0, "it is not UTF-8 text");
    } catch (IOException e) {
      unreadable(path, 0, String.valueOf(e.getMessage()));
    } catch (Problem e) {
      unreadable(path, 1, e.getMessage());
    }
  }

  private Rationale page(String path, String name, String raw) {
    String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
    int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
    boolean closed = end >= 0 && (end + 4 == text.length() || text.charAt(end + 4) == '\n');
    String head = closed ? text.substring(4, Math.max(4, end + 1)) : "";
    String body = closed ? text.substring(Math.min(text.length(), end + 5)) : text;
    YamlMap front = YamlMap.parse(head, path, value -> value);
    return new Rationale(
        path,
        subject(front, name),
        front.texts("owners"),
        front.texts("tags"),
        front.text("area", ""),
        front.text("status", ""),
        front.text("reviewed", ""),
        extra(front),
        body,
        closed ? (int) head.lines().count() + 3 : 1,
        touched.apply(path));
  }

  private static String subject(YamlMap front, String name) {
    for (String key : List.of("table", "view", "routine", "type")) {
      if (!front.text(key, "").isEmpty()) {
        return front.text(key, "");
      }
    }
    return name;
  }

  private static SortedMap<String, String> extra(YamlMap front) {
    SortedMap<String, String> extra = new TreeMap<>(front.asTexts());
    extra.keySet().removeAll(OWN);
    return extra;
  }

  private void unreadable(String path, int line, String why) {
    findings.add(
        new Finding(
            "unreadable-page",
            Severity.ERROR,
            List.of(),
            "the rationale page " + path + " cannot be read: " + why,
            "Mend the file; it is left out of the site until then.",
            path,
            line,
            ""));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
