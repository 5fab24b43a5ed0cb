package dev.annals.cli;

import dev.annals.app.BuildRequest;
import dev.annals.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a project is read, whichever it is. */
final class ReadOptions {

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

  /**
   * What is asked for.
   *
   * @param output where to, relative to the folder of the command; null where nothing is written
   */
  BuildRequest request(AnnalsCommand annals, Path project, Path output) {
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
        !uncached,
        annals.environment);
  }
}
