package dev.annals.extract.replay.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Servers and folders of runs that are dead. The watching program removes them as a rule; this is
 * for when it was killed too, or the machine went down.
 */
final class Leftovers {

  private static final Duration UNFINISHED = Duration.ofHours(1);

  private Leftovers() {}

  /** Stops and removes them. What belongs to another user or a living process is left alone. */
  static void remove(Path base) {
    try (Stream<Path> all = Files.list(base)) {
      List<Path> folders =
          all.filter(each -> each.getFileName().toString().startsWith(ServerFolder.PREFIX))
              .filter(Files::isDirectory)
              .filter(each -> !ServerFolder.OURS.contains(each))
              .toList();
      for (Path each : folders) {
        removeIfDead(each);
      }
    } catch (IOException e) {
      // A leftover is a matter of tidiness: this run works without.
      return;
    }
  }

  private static void removeIfDead(Path folder) throws IOException {
    Path lockFile = folder.resolve(ServerFolder.LOCK);
    if (!Files.isWritable(folder)) {
      return;
    }
    if (!Files.exists(lockFile)) {
      Instant limit = Instant.now().minus(UNFINISHED);
      if (Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
        AtomicFolder.delete(folder);
      }
      return;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        stop(folder);
        AtomicFolder.delete(folder);
      }
    }
  }

  private static void stop(Path folder) throws IOException {
    Path pidFile = folder.resolve("data").resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    String first = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
    if (!first.matches("\\d{1,9}")) {
      return;
    }
    // The number may have gone to another process since: only one that names our folder is ours.
    ProcessHandle.of(Long.parseLong(first))
        .filter(each -> commandLine(each).contains(folder.toString()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  private static String commandLine(ProcessHandle process) {
    Command.Result shown =
        Command.run(
            List.of("ps", "-ww", "-o", "args=", "-p", String.valueOf(process.pid())), "", true, 10);
    return shown.status() == 0 ? shown.output() : process.info().commandLine().orElse("");
  }
}
