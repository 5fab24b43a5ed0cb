package dev.annals.app;

import dev.annals.json.BaselineJson;
import dev.annals.model.Problem;
import dev.annals.model.gate.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in which a team keeps the findings that it knows. */
final class BaselineFile {

  private BaselineFile() {}

  /** Reads it. */
  static Baseline read(Path file) {
    if (!Files.exists(file)) {
      throw Problem.usage(
          "reading the baseline " + file + ": there is no such file",
          "annals check --baseline " + file + " --write-baseline makes one.");
    }
    return BaselineJson.read(bytes(file), file.toString());
  }

  /** Writes it, over a former one and over nothing else. */
  static void write(Path file, Baseline baseline) {
    if (Files.exists(file) && !BaselineJson.isOne(bytes(file))) {
      throw Problem.usage(
          "writing the baseline " + file + ": there is a file of that name, and it is no baseline",
          "Choose another name.");
    }
    OutputFile.write(file, BaselineJson.write(baseline), "the baseline");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Problem.failure(
          "reading the baseline " + file + ": " + e.getMessage(), "May it be read?", e);
    }
  }
}
