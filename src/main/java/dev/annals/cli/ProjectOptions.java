package dev.annals.cli;

import dev.annals.app.BuildRequest;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which project, and how to read it. */
final class ProjectOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROJECT",
      defaultValue = "",
      description = "The project's folder; this one by default.")
  Path project;

  @Mixin ReadOptions reading;

  BuildRequest request(AnnalsCommand annals, Path output) {
    return reading.request(annals, project, output);
  }
}
