package dev.annals.app;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

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
      // not a file for its owner alone, as temporary ones are: others of the team read it
      beside = whole.resolveSibling(".annals-" + UUID.randomUUID() + ".tmp");
      Files.write(beside, bytes, StandardOpenOption.CREATE_NEW);
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Problem.failure(
          "writing " + what + " to " + file + ": " + reason(e, whole),
          "Check the folder, its rights and the space that is left.",
          e);
    } finally {
      delete(beside);
    }
  }

  private static String reason(IOException e, Path whole) {
    if (Files.isDirectory(whole)) {
      return "it is a folder";
    }
    if (e instanceof AccessDeniedException) {
      return "it may not be written there";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no folder " + whole.getParent() + ", and none can be made";
    }
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
