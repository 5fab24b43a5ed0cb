package dev.annals.extract.replay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Watches how much a scratch server writes, which may be memory: a migration of somebody's must not
 * fill the machine. Looks four times a second.
 */
final class DiskGuard implements AutoCloseable {

  /** What the data of one server may take, in bytes. */
  static final long LIMIT = 4L << 30;

  private static final long LEAST = 1L << 30;
  private static final long PAUSE_MILLIS = 250;

  private final Path folder;
  private final long limit;
  private final Runnable exceeded;
  private final Space space;
  private final long atFirst;
  private final Thread thread = new Thread(this::watch, "annals-disk");

  /** What is free on the file system, in bytes. */
  @FunctionalInterface
  interface Space {
    long free() throws IOException;
  }

  private DiskGuard(Path folder, long limit, Space space, long atFirst, Runnable exceeded) {
    this.folder = folder;
    this.limit = limit;
    this.exceeded = exceeded;
    this.space = space;
    this.atFirst = atFirst;
    thread.setDaemon(true);
  }

  /**
   * Begins to watch.
   *
   * @param folder what is measured
   * @param limit in bytes; less where little is free, but never so little that a full disk would
   *     not be told first
   * @param exceeded called each time it is found too large, until it is closed
   */
  static DiskGuard start(Path folder, long limit, Runnable exceeded) throws IOException {
    return start(folder, limit, Files.getFileStore(folder)::getUsableSpace, exceeded);
  }

  static DiskGuard start(Path folder, long limit, Space space, Runnable exceeded)
      throws IOException {
    long free = space.free();
    long most = Math.min(limit, Math.max(free / 2, LEAST));
    DiskGuard guard = new DiskGuard(folder, most, space, free, exceeded);
    guard.thread.start();
    return guard;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        // others write to the same file system: only a large loss is worth a count
        if (atFirst - space.free() > limit * 3 / 4 && size(folder) > limit) {
          exceeded.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // the folder is gone, and so is the server
      return;
    }
  }

  private static long size(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.mapToLong(DiskGuard::sizeOfOne).sum();
    } catch (IOException | UncheckedIOException e) {
      // files come and go while they are counted: the next look counts again
      return 0;
    }
  }

  private static long sizeOfOne(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
