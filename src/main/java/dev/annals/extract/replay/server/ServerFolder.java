package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The private folder (mode 0700) of one running server: data, socket, log, and a lock file that the
 * system lets go when this process dies.
 */
final class ServerFolder implements AutoCloseable {

  static final String PREFIX = "annals-pg-";
  static final String LOCK = "lock";

  /** A file system in memory, which Linux has; containers often give it 64 MB only. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long ROOMY = 2L << 30;

  /** A Unix socket's path has at most 103 bytes on every system; the file takes 16. */
  private static final int LONGEST = 103 - "/.s.PGSQL.5432".length();

  /**
   * Folders of this process. Opening and closing another's lock file is harmless; doing it with our
   * own would let go of our lock.
   */
  static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private ServerFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes one in the first temporary folder whose path is short enough: in memory where the system
   * has a place for that, which halves what a replay takes.
   *
   * @param programs whether programs will run from it, which memory often forbids
   */
  static ServerFolder create(boolean programs) {
    Path base = programs ? onDisk() : bases().get(0);
    try {
      Path path = Files.createTempDirectory(base, PREFIX);
      OURS.add(path);
      FileChannel lock =
          FileChannel.open(
              path.resolve("lock.new"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      // Under its name only once it is locked: whoever finds it unlocked may remove the folder.
      Files.move(path.resolve("lock.new"), path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
      return new ServerFolder(path, lock);
    } catch (IOException e) {
      throw Problem.failure(
          "Making a private folder in " + base + ": " + e.getMessage(),
          "Free space there, or choose another temporary folder with -Djava.io.tmpdir.",
          e);
    }
  }

  /** Where folders may be, the preferred one first. */
  static List<Path> bases() {
    Path disk = onDisk();
    return disk.equals(Path.of("/tmp")) && isRoomy(MEMORY) ? List.of(MEMORY, disk) : List.of(disk);
  }

  private static boolean isRoomy(Path folder) {
    try {
      return Files.isDirectory(folder)
          && Files.isWritable(folder)
          && Files.getFileStore(folder).getUsableSpace() >= ROOMY;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path onDisk() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    int length =
        temporary
            .resolve(PREFIX + Long.MAX_VALUE)
            .toString()
            .getBytes(StandardCharsets.UTF_8)
            .length;
    return length <= LONGEST ? temporary : Path.of("/tmp");
  }

  Path path() {
    return path;
  }

  Path data() {
    return path.resolve("data");
  }

  /** What is to be otherwise in the data than in its template; may be missing. */
  Path image() {
    return path.resolve("image");
  }

  Path socket() {
    return path.resolve(".s.PGSQL.5432");
  }

  Path log() {
    return path.resolve("log");
  }

  /** What the server said last; where it said nothing, how much room it has. */
  String lastWords() {
    try {
      String all = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).strip();
      if (all.isEmpty()) {
        long free = Files.getFileStore(path).getUsableSpace() >> 20;
        return "it said nothing; " + free + " MB are free in " + path.getParent();
      }
      return all.substring(Math.max(0, all.length() - 2000));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }

  /** Removes the folder and lets go of it. */
  @Override
  public void close() throws IOException {
    try (lock) {
      AtomicFolder.delete(path);
    } finally {
      OURS.remove(path);
    }
  }
}
