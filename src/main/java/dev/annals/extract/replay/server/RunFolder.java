package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The private folder of one running server. This process holds a lock on it; a folder whose lock is
 * free belongs to nobody any more.
 */
final class RunFolder {

  private static final String PREFIX = "annals-pg-";
  private static final String LOCK = "lock";

  /** Folders of this process: to open their lock files again would let go of the locks. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private RunFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  static RunFolder create() {
    try {
      Path path =
          Files.createTempDirectory(
              base(),
              PREFIX,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      OURS.add(path);
      return new RunFolder(path, channel, channel.lock());
    } catch (IOException e) {
      throw Problem.failure(
          "making a folder for a scratch server in " + base() + ": " + e.getMessage(),
          "Is there room, and may the folder be written?",
          e);
    }
  }

  /** Socket files have paths of at most about 100 bytes: a long temporary folder will not do. */
  private static Path base() {
    Path named = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    return named.toString().length() > 60 ? Path.of("/tmp") : named;
  }

  Path path() {
    return path;
  }

  Path data() {
    return path.resolve("data");
  }

  Path socket() {
    return path.resolve(".s.PGSQL.5432");
  }

  /** The end of what the server said. */
  String log() throws IOException {
    Path log = path.resolve("log");
    if (!Files.exists(log)) {
      return "it said nothing";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  void copyTemplate(Path template) throws IOException {
    Process copy =
        new ProcessBuilder("cp", "-R", template.toString(), data().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(copy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (copy.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
    Account.own(path);
  }

  /** Removes it; what the server's watchdog has removed already is no trouble. */
  void delete() {
    try {
      if (lock.isValid()) {
        lock.release();
      }
      channel.close();
      remove(path);
      OURS.remove(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops servers whose process is gone, and removes their folders. */
  static void removeLeftovers() {
    try (Stream<Path> folders = Files.list(base())) {
      for (Path folder : folders.toList()) {
        if (folder.getFileName().toString().startsWith(PREFIX) && !OURS.contains(folder)) {
          removeIfLeft(folder);
        }
      }
    } catch (IOException e) {
      // somebody else's folder, or one that is vanishing just now: the next run tries again
      return;
    }
  }

  private static void removeIfLeft(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.isWritable(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        server(folder).ifPresent(ProcessHandle::destroyForcibly);
        remove(folder);
      }
    }
  }

  private static Optional<ProcessHandle> server(Path folder) throws IOException {
    Path pid = folder.resolve("data/postmaster.pid");
    if (!Files.isReadable(pid)) {
      return Optional.empty();
    }
    String first = Files.readAllLines(pid).stream().findFirst().orElse("").strip();
    return first.matches("\\d{1,9}")
        ? ProcessHandle.of(Long.parseLong(first))
            .filter(
                process ->
                    process
                        .info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent())
        : Optional.empty();
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
