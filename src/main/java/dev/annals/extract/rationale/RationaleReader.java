package dev.annals.extract.rationale;

import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the team's Markdown pages: YAML front matter between two lines of {@code ---}, then text;
 * with them the pictures that they show and the records of decisions that they go by. A page that
 * cannot be read becomes a finding; the others are read all the same.
 */
public final class RationaleReader {

  /** The largest page, in bytes. */
  static final long LIMIT = 1_048_576;

  private final Path project;
  private final Function<Collection<String>, Map<String, Commit>> commits;
  private final Map<String, Commit> touched = new HashMap<>();
  private final List<Rationale> pages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final PageImages images;
  private final DecisionFiles decisions;

  private RationaleReader(Path project, Function<Collection<String>, Map<String, Commit>> commits) {
    this.project = project.toAbsolutePath().normalize();
    this.commits = commits;
    ProjectFiles files = new ProjectFiles(project);
    this.images = new PageImages(files, findings);
    this.decisions = new DecisionFiles(files, findings);
  }

  /**
   * The pages of a folder and the folders below it.
   *
   * @param project the project's folder
   * @param folder the folder of the pages, from there; it need not exist
   * @param commits gives the commits that last touched files of the project; asked once for pages
   *     and once for the decisions that they name
   * @throws Problem if the folder lies outside of the project, or cannot be listed
   */
  public static RationaleReading read(
      Path project, String folder, Function<Collection<String>, Map<String, Commit>> commits) {
    RationaleReader reader = new RationaleReader(project, commits);
    Path root = reader.project.resolve(folder).normalize();
    if (Files.exists(root)) {
      reader.mustBeInside(root, folder);
      List<Path> files = reader.filesOf(root);
      reader.ask(files.stream().map(reader::path).toList());
      for (Path file : files) {
        reader.read(root, file);
      }
      reader.readDecisions();
    }
    return new RationaleReading(reader.pages, reader.findings, reader.images.contents());
  }

  private void mustBeInside(Path root, String folder) {
    try {
      if (!root.toRealPath().startsWith(project.toRealPath())) {
        throw Problem.usage(
            "reading the rationale pages in " + folder + ": it lies outside of the project",
            "Pages belong to the project: name a folder in it (databases: [{ rationale: … }]).");
      }
    } catch (IOException e) {
      throw unlisted(root, e);
    }
  }

  private static Problem unlisted(Path root, IOException e) {
    return Problem.failure(
        "reading the rationale pages in " + root + ": " + e.getMessage(),
        "May the folder be read?",
        e);
  }

  /** Links are not followed: a page must not show what lies outside of the project. */
  private List<Path> filesOf(Path root) {
    try (Stream<Path> files = Files.walk(root.toRealPath())) {
      List<Path> found = new ArrayList<>();
      Path real = root.toRealPath();
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        Path here = root.resolve(real.relativize(file));
        boolean page =
            file.toString().endsWith(".md")
                && !file.getFileName().toString().equalsIgnoreCase("README.md");
        if (page && Files.isSymbolicLink(file)) {
          unreadable(path(here), 0, "it is a symbolic link", "Put the page itself there.");
        } else if (page && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          found.add(here);
        }
      }
      return found;
    } catch (IOException e) {
      throw unlisted(root, e);
    }
  }

  private void ask(Collection<String> paths) {
    if (!paths.isEmpty()) {
      touched.putAll(commits.apply(paths));
    }
  }

  private String path(Path file) {
    return ProjectFiles.slashes(project.relativize(file));
  }

  private void read(Path root, Path file) {
    String name = ProjectFiles.slashes(root.relativize(file)).replaceAll("\\.md$", "");
    String path = path(file);
    try {
      String raw = text(file);
      FrontMatter front = FrontMatter.of(raw, path);
      findings.addAll(front.mistakes(path));
      String subject = front.subject();
      pages.add(page(path, subject.isEmpty() ? name : subject, front, decisions.of(path, front)));
    } catch (IOException | Problem e) {
      unreadable(path, e);
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LIMIT) {
      throw Problem.usage(
          "reading it: it is larger than " + LIMIT / 1_048_576 + " MB", "Part the page.");
    }
    return Files.readString(file);
  }

  private Rationale page(String path, String subject, FrontMatter front, List<String> decided) {
    return new Rationale(
        path,
        subject,
        front.values().texts("owners"),
        front.values().texts("tags"),
        front.values().text("area", ""),
        front.values().text("status", ""),
        front.values().text("reviewed", ""),
        front.values().texts("supersedes"),
        decided,
        images.of(path, front.body(), front.bodyLine()),
        front.extra(),
        front.body(),
        front.bodyLine(),
        touched.getOrDefault(path, Commit.UNKNOWN),
        List.of(),
        List.of());
  }

  /** What pages decide by; a page of the folder itself is one already. */
  private void readDecisions() {
    SortedSet<String> wanted = new TreeSet<>();
    pages.forEach(page -> wanted.addAll(page.decisions()));
    pages.forEach(page -> wanted.remove(page.path()));
    ask(wanted);
    for (String path : wanted) {
      try {
        FrontMatter front = FrontMatter.of(text(project.resolve(path)), path);
        pages.add(page(path, Rationale.DECISION + path, front, List.of()));
      } catch (IOException | Problem e) {
        unreadable(path, e);
      }
    }
  }

  private void unreadable(String path, Exception e) {
    if (e instanceof CharacterCodingException) {
      unreadable(path, 0, "it is not UTF-8 text", "Save it as UTF-8.");
    } else if (e instanceof Problem problem) {
      Matcher place =
          Pattern.compile("(?s)reading (?:" + Pattern.quote(path) + "(?::(\\d+))?|it): (.*)")
              .matcher(problem.getMessage());
      boolean found = place.matches();
      int line = found && place.group(1) != null ? Integer.parseInt(place.group(1)) : 1;
      String advice = problem.advice().startsWith("See the") ? "" : problem.advice().strip() + " ";
      unreadable(
          path,
          line,
          found ? place.group(2) : problem.getMessage(),
          advice.startsWith("Part") ? advice.strip() : advice + FrontMatter.known());
    } else {
      unreadable(path, 0, String.valueOf(e.getMessage()), "May it be read?");
    }
  }

  private void unreadable(String path, int line, String why, String advice) {
    findings.add(
        new Finding(
            "unreadable-page",
            Severity.ERROR,
            List.of(),
            "the page " + path + " cannot be read: " + why,
            (advice + " It is left out of the site until then.").strip(),
            path,
            line,
            ""));
  }
}
