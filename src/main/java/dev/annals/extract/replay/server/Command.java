package dev.annals.extract.replay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end with an environment that holds nothing but what it needs. */
final class Command {

  /**
   * What came of it.
   *
   * @param status the exit status; -1 where it could not be started or took too long
   * @param output what it wrote on both its outputs
   */
  record Result(int status, String output) {}

  private Command() {}

  /** The only variables that reach a program: where programs are, and no locale of the host. */
  static void clear(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }

  static Result run(List<String> command, String input) {
    return run(command, input, true, 120);
  }

  static Result run(List<String> command, String input, boolean cleared, int seconds) {
    try {
      Path in = Files.createTempFile("annals", ".in");
      Path out = Files.createTempFile("annals", ".out");
      try {
        Files.writeString(in, input);
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        if (cleared) {
          clear(builder.environment());
        }
        builder.redirectInput(in.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        int status = await(builder.start(), seconds);
        return new Result(
            status, new String(Files.readAllBytes(out), StandardCharsets.UTF_8).strip());
      } finally {
        Files.deleteIfExists(in);
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      // A program that is not there is an answer, and the caller's to judge.
      return new Result(-1, e.getMessage());
    }
  }

  private static int await(Process process, int seconds) {
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return -1;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
