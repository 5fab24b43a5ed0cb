package dev.annals.cli;

import dev.annals.app.BuildRequest;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which project, for verbs whose first argument is something else. */
final class NotesProject {

  @Option(
      names = {"-p", "--project"},
      paramLabel = "DIR",
      defaultValue = "",
      description = "The project's folder; this one by default.")
  Path project;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration; annals.yml in the project by default.")
  Path config;

  @Option(names = "--offline", description = "Ask no live database and fetch nothing.")
  boolean offline;

  @Option(
      names = "--no-cache",
      description = "Replay everything, use and keep nothing of other runs.")
  boolean uncached;

  BuildRequest request(AnnalsCommand annals) {
    return ProjectOptions.request(annals, project, config, offline, !uncached, null);
  }
}
