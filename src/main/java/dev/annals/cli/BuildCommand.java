package dev.annals.cli;

import dev.annals.app.BuildSite;
import dev.annals.model.site.SiteFormat;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code annals build}: replays, compares, judges, and publishes the site. */
@Command(
    name = "build",
    description = {
      "Replays every migration of a project on a scratch database, compares each schema with the"
          + " one before, judges the changes, and publishes a site."
    },
    sortOptions = false)
final class BuildCommand implements Callable<Integer> {

  @ParentCommand AnnalsCommand annals;

  @Mixin ProjectOptions project;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the site goes; build/schema-site in the project by default.")
  Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "html, or markdown for wikis, MkDocs and Docusaurus; as annals.yml says, else html.")
  SiteFormat format;

  @Override
  public Integer call() {
    Path home =
        new BuildSite(
                project.request(annals, output), annals.progress(), Optional.ofNullable(format))
            .run();
    annals.out.println(home);
    return 0;
  }
}
