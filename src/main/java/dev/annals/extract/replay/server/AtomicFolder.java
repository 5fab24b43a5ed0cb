package dev.annals.extract.replay.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Makes a folder that is either not there or complete. */
final class AtomicFolder {

  /** Work that can fail on a disk. */
  interface Content {
    void writeTo(Path folder) throws IOException;
  }

  private static final Duration ABANDONED = Duration.ofHours(1);

  private AtomicFolder() {}

  /**
   * Fills a sibling and renames it to {@code target}. Where another process was faster, its folder
   * stays. A target that is there before is an incomplete one (the caller has looked) and goes.
   */
  static void place(Path target, Content content) throws IOException {
    Path parent = target.getParent();
    removeAbandoned(parent);
    Path work = Files.createTempDirectory(parent, ".making-");
    try {
      content.writeTo(work);
      setAside(target, work);
      Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      delete(work);
      if (!Files.isDirectory(target)) {
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      delete(work);
      throw e;
    }
  }

  private static void setAside(Path target, Path work) throws IOException {
    try (Stream<Path> finished = Files.list(work)) {
      boolean same =
          finished.allMatch(each -> Files.exists(target.resolve(each.getFileName().toString())));
      if (Files.isDirectory(target) && !same) {
        delete(target);
      }
    }
  }

  private static void removeAbandoned(Path parent) throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (Stream<Path> all = Files.list(parent)) {
      List<Path> old =
          all.filter(each -> each.getFileName().toString().startsWith(".making-")).toList();
      for (Path each : old) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
          delete(each);
        }
      }
    }
  }

  /** Removes a folder and all in it. */
  static void delete(Path folder) throws IOException {
    Command.Result removed = Command.run(List.of("rm", "-rf", folder.toString()), "");
    if (removed.status() != 0) {
      throw new IOException("removing " + folder + ": " + removed.output());
    }
  }
}
