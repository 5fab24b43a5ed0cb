package dev.annals.publish;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Keeps two builds from writing one site at once, in one process or in two. */
final class OutputLock implements AutoCloseable {

  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  static OutputLock take(Path output, Path locks) {
    String name =
        UUID.nameUUIDFromBytes(output.toString().getBytes(StandardCharsets.UTF_8)) + ".lock";
    FileChannel channel = null;
    try {
      Files.createDirectories(locks);
      channel =
          FileChannel.open(
              locks.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw Problem.failure(
            "writing the site to " + output + ": another build is writing there just now",
            "Wait for it, or give this one another folder (--output DIR).");
      }
      return new OutputLock(channel);
    } catch (IOException e) {
      throw Problem.failure(
          "writing the site to "
              + output
              + ": no lock could be taken in "
              + locks
              + ": "
              + e.getMessage(),
          "May that folder be written? ANNALS_CACHE names another one.",
          e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
