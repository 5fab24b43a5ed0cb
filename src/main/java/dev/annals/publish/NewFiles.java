package dev.annals.publish;

import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts new files into a project: all of them, or none. What is there is never written over, and
 * nothing is written outside of the project, not by a link either.
 */
public final class NewFiles {

  private final Path project;
  private final Deque<Path> made = new ArrayDeque<>();

  private NewFiles(Path project) {
    this.project = project;
  }

  /** True where something of that name is there, be it a link that leads nowhere. */
  public static boolean isThere(Path project, String path) {
    return Files.exists(project.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Writes them.
   *
   * @param files paths are from the project's folder
   * @return the paths that were written; without those that somebody else made in the meantime
   * @throws Problem if one cannot be written; those before it are taken back then
   */
  public static List<String> write(Path project, List<SiteFile> files) {
    NewFiles writer = new NewFiles(project.toAbsolutePath().normalize());
    List<String> written = new ArrayList<>();
    for (SiteFile file : files) {
      try {
        if (writer.write(file)) {
          written.add(file.path());
        }
      } catch (IOException e) {
        writer.takeBack();
        throw Problem.failure(
            "writing " + file.path() + ": " + e.getMessage(),
            "Nothing was written. May the folder be written, and is there room?",
            e);
      }
    }
    return written;
  }

  /** False where somebody was faster: the file is theirs. */
  private boolean write(SiteFile file) throws IOException {
    Path target = project.resolve(file.path()).normalize();
    if (!target.startsWith(project)) {
      throw new IOException("it lies outside of the project");
    }
    makeFolder(target.getParent());
    if (!target.getParent().toRealPath().startsWith(project.toRealPath())) {
      throw new IOException("its folder is a link that leads out of the project");
    }
    try {
      Files.write(target, new byte[0], StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    made.push(target);
    Files.write(target, file.bytes());
    return true;
  }

  private void makeFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      makeFolder(folder.getParent());
      Files.createDirectory(folder);
      made.push(folder);
    }
  }

  private void takeBack() {
    for (Path path : made) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        return; // what cannot be taken back is empty or whole
      }
    }
  }
}
