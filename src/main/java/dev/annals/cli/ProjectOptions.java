package dev.annals.cli;

import dev.annals.app.BuildRequest;
import dev.annals.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
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

  BuildRequest request(AnnalsCommand annals, Path output) {
    return request(annals, project, config, offline, !uncached, output);
  }

  static BuildRequest request(
      AnnalsCommand annals,
      Path project,
      Path config,
      boolean offline,
      boolean cached,
      Path output) {
    Path folder = annals.folder.resolve(project);
    if (!Files.isDirectory(folder)) {
      throw Problem.usage(
          "opening the project " + folder + ": there is no such folder",
          "Name the folder that holds the migrations or annals.yml.");
    }
    if (config != null && !Files.isRegularFile(annals.folder.resolve(config))) {
      throw Problem.usage(
          "reading the configuration " + config + ": there is no such file", "Check its name.");
    }
    Path file = config == null ? folder.resolve("annals.yml") : annals.folder.resolve(config);
    return new BuildRequest(
        folder,
        file,
        output == null ? null : annals.folder.resolve(output),
        offline,
        cached,
        annals.environment);
  }
}
