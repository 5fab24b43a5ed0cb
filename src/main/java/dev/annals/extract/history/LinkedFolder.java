package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads a folder with what symbolic links in it lead to, as long as that is in the project. */
final class LinkedFolder {

  private final Path project;
  private Path home;

  /** The folders that we are in; a link to one of them would never end. */
  private final Set<Path> above = new HashSet<>();

  LinkedFolder(Path project) {
    this.project = project;
  }

  /** Adds the files below a folder, each under the path that it has there. */
  void readInto(SortedMap<String, byte[]> files, Path folder) throws IOException {
    Path real = checked(folder);
    if (!above.add(real)) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        readInto(files, entry);
      } else if (Files.isRegularFile(entry)) {
        if (Files.isSymbolicLink(entry)) {
          checked(entry); // whatever else is in the folder is where the folder is
        }
        files.put(
            project.normalize().relativize(entry.normalize()).toString().replace('\\', '/'),
            Files.readAllBytes(entry));
      }
    }
    above.remove(real);
  }

  private Path home() throws IOException {
    home = home == null ? project.toRealPath() : home;
    return home;
  }

  private Path checked(Path path) throws IOException {
    Path real = path.toRealPath();
    if (!real.startsWith(home())) {
      throw Problem.failure(
          "reading the migrations: "
              + project.normalize().relativize(path.normalize()).toString().replace('\\', '/')
              + " leads to "
              + real
              + ", which is outside of the project",
          "Symbolic links are followed inside the project's folder alone. Put annals.yml"
              + " into the folder that holds both, and name the locations from there.");
    }
    return real;
  }
}
