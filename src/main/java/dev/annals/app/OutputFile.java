package dev.annals.app;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a verb writes: whole, or not at all. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Writes it beside its place and moves it there.
   *
   * @param what how messages call it
   * @throws Problem if it cannot be written
   */
  public static void write(Path file, byte[] bytes, String what) {
    Path whole = file.toAbsolutePath();
    Path beside = null;
    try {
      Files.createDirectories(whole.getParent());
      if (Files.exists(whole) && !Files.isRegularFile(whole)) {
        Files.write(whole, bytes); // a device, a pipe; a folder is refused by the system
        return;
      }
      beside = Files.createTempFile(whole.getParent(), ".annals-", ".tmp");
      Files.write(beside, bytes);
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Problem.failure(
          "writing " + what + " to " + file + ": " + reason(e),
          "Check the folder, its rights and the space that is left.",
          e);
    } finally {
      delete(beside);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + e.getMessage();
  }

  private static void delete(Path beside) {
    try {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      // it was moved, or the folder is gone: nothing is left behind that matters
    }
  }
}
