package dev.annals.extract.rationale;

import dev.annals.model.Nearest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files that pages name, and none that lies outside of the project. */
final class ProjectFiles {

  private final Path project;

  ProjectFiles(Path project) {
    this.project = project.toAbsolutePath().normalize();
  }

  /**
   * A file that a page names.
   *
   * @param path from the project's folder; empty where it cannot be had
   * @param trouble why it cannot be had; empty where it can
   * @param advice what to do then
   */
  record Named(String path, String trouble, String advice) {

    private static Named not(String trouble, String advice) {
      return new Named("", trouble, advice);
    }
  }

  /**
   * Looks for it beside the page, then from the project's folder.
   *
   * @param page the page's file, from the project's folder
   * @param reference as it is written there
   * @param sizeLimit in bytes
   */
  Named find(String page, String reference, long sizeLimit) {
    try {
      String decoded = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
      Path beside = project.resolve(page).getParent().resolve(decoded).normalize();
      Path fromTop = project.resolve(decoded).normalize();
      if (!beside.startsWith(project) && !fromTop.startsWith(project)) {
        return Named.not("lies outside of the project", "Copy it into the project.");
      }
      boolean isBeside =
          beside.startsWith(project) && Files.exists(beside, LinkOption.NOFOLLOW_LINKS);
      Path file = isBeside ? beside : fromTop;
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Named.not("is not there", near(beside));
      }
      return check(file, sizeLimit);
    } catch (IOException | IllegalArgumentException e) {
      return Named.not("cannot be read: " + e.getMessage(), "");
    }
  }

  private Named check(Path file, long sizeLimit) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !file.toRealPath().startsWith(project.toRealPath())) {
      return Named.not("is reached by a symbolic link, or is no file", "Copy it into the project.");
    }
    if (Files.size(file) > sizeLimit) {
      return Named.not("is larger than " + sizeLimit / 1_048_576 + " MB", "Make it smaller.");
    }
    return new Named(slashes(project.relativize(file)), "", "");
  }

  private static String near(Path wanted) throws IOException {
    Path folder = wanted.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
      return Nearest.suggestion(String.valueOf(wanted.getFileName()), names);
    }
  }

  byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(project.resolve(path));
  }

  static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
