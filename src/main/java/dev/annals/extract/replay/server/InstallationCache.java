package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unpacked servers, kept between runs. A folder appears under its final name only when it is
 * complete: it is made beside and renamed, so two processes may do it at once.
 */
record InstallationCache(Path folder) {

  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

  /** Written last; holds the major. */
  private static final String COMPLETE = "annals-complete";

  Installation unpacked(BinaryArchive archive) {
    Path home = folder.resolve(archive.key());
    try {
      if (!Files.exists(home.resolve(COMPLETE))) {
        unpack(archive, home);
      }
      return new Installation(home, Integer.parseInt(Files.readString(home.resolve(COMPLETE))));
    } catch (IOException | NumberFormatException e) {
      throw Problem.failure(
          "Unpacking PostgreSQL to " + home + ": " + e.getMessage(),
          "Make the folder writable, with 100 MB free, or choose another with ANNALS_CACHE.",
          e);
    }
  }

  private void unpack(BinaryArchive archive, Path home) throws IOException {
    Files.createDirectories(folder);
    AtomicFolder.place(
        home,
        work -> {
          try (InputStream packed = archive.open()) {
            TarXz.unpack(packed, work);
          }
          TrustedExtensions.mark(work.resolve("share").resolve("postgresql").resolve("extension"));
          Files.writeString(work.resolve(COMPLETE), String.valueOf(majorOf(work)));
        });
  }

  private static int majorOf(Path home) throws IOException {
    List<String> ask = List.of(home.resolve("bin").resolve("postgres").toString(), "--version");
    Command.Result answer = Command.run(ask, "");
    Matcher version = VERSION.matcher(answer.output());
    if (!version.find()) {
      throw new IOException("the server does not run here: " + answer.output());
    }
    return Integer.parseInt(version.group(1));
  }
}
