package dev.annals.publish;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The list of files that Annals wrote into a folder. It tells ours from what somebody else put
 * there, which is never touched.
 */
final class Manifest {

  static final String NAME = ".annals-site";
  private static final String HEAD = "# Files written by Annals; others are left alone.";

  private final NavigableSet<String> paths;

  private Manifest(NavigableSet<String> paths) {
    this.paths = paths;
  }

  static Manifest of(Set<String> paths) {
    return new Manifest(new TreeSet<>(paths));
  }

  /** Reads the manifest of a folder; an absent or empty folder has an empty one. */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.isRegularFile(file)) {
      List<String> lines = Files.readAllLines(file);
      return of(new TreeSet<>(lines.subList(Math.min(1, lines.size()), lines.size())));
    }
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw Problem.failure(
          "writing the site to " + folder + ": the folder is not empty and not a site of ours",
          "Name another folder (--output DIR), or empty this one yourself.");
    }
    return of(Set.of());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Problem.failure(
          "writing the site to " + folder + ": there is a file of that name",
          "Name another folder (--output DIR).");
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  boolean contains(String path) {
    return path.equals(NAME) || paths.contains(path);
  }

  /** Whether a file of ours was below that folder. */
  boolean hasFolder(String path) {
    String first = paths.ceiling(path + "/");
    return first != null && first.startsWith(path + "/");
  }

  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve(NAME),
        HEAD + "\n" + String.join("\n", paths) + (paths.isEmpty() ? "" : "\n"));
  }
}
