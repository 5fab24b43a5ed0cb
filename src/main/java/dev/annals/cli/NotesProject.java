package dev.annals.cli;

import dev.annals.app.BuildRequest;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which project, for verbs whose first argument is something else. */
final class NotesProject {

  @Option(
      names = {"-p", "--project"},
      paramLabel = "DIR",
      defaultValue = "",
      description = "The project's folder; this one by default.")
  Path project;

  @Mixin ReadOptions reading;

  BuildRequest request(AnnalsCommand annals) {
    return reading.request(annals, project, null);
  }
}
