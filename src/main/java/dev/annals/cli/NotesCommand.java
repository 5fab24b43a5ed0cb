package dev.annals.cli;

import dev.annals.app.WriteNotes;
import dev.annals.app.config.Range;
import dev.annals.model.Problem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code annals notes}: release notes of any part of a history. */
@Command(
    name = "notes",
    description = {
      "Writes release notes: what changed between two releases, tags or migrations, what breaks,"
          + " how to upgrade and how to go back."
    },
    sortOptions = false)
final class NotesCommand implements Callable<Integer> {

  @ParentCommand AnnalsCommand annals;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "[FROM..]TO",
      defaultValue = "",
      description =
          "A release, git tag or migration, or two of them: v1.4..v1.5. The last release by"
              + " default.")
  String range;

  @Mixin NotesProject project;

  @Option(names = "--unreleased", description = "What came after the last release.")
  boolean unreleased;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "md",
      description = "md, html or json; md by default.")
  WriteNotes.Format format;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "A FreeMarker template of your own for Markdown.")
  Path template;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; standard output by default.")
  Path output;

  @Override
  public Integer call() {
    if (unreleased && !range.isEmpty()) {
      throw Problem.usage(
          "writing notes: both a range (" + range + ") and --unreleased were given", "Choose one.");
    }
    Range asked = unreleased ? new Range(Range.Mode.UNRELEASED, "", "") : Range.parse(range);
    Path own = template == null ? null : annals.folder.resolve(template);
    String text =
        new WriteNotes(project.request(annals), annals.progress()).write(asked, format, own);
    annals.give(text, output, "the notes");
    return 0;
  }
}
