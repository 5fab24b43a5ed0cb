package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a project's migration folders, as values: from the work tree or from a commit, they
 * are resolved in the same way.
 *
 * @param files path from the project's folder, with slashes, to content
 */
@SuppressWarnings("ArrayRecordComponent")
public record FileSet(SortedMap<String, byte[]> files) {

  public FileSet {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * The files below some folders of the work tree. A symbolic link is followed, as Flyway does,
   * where it stays in the project: a migration must not show what lies outside of it.
   *
   * @throws Problem if a folder cannot be read, or a link of it leads out of the project
   */
  public static FileSet ofFolders(Path project, List<String> folders) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String folder : folders) {
      Path root = project.resolve(folder);
      if (Files.isDirectory(root)) {
        try {
          new LinkedFolder(project).readInto(files, root);
        } catch (IOException e) {
          throw Problem.failure(
              "reading the migrations in " + root + ": " + e.getMessage(),
              "May the folder be read?",
              e);
        }
      }
    }
    return new FileSet(files);
  }
}
