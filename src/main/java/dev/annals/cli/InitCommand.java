package dev.annals.cli;

import dev.annals.app.InitProject;
import dev.annals.app.InitReport;
import dev.annals.app.InitRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code annals init}: a configuration and first pages for the project it finds itself in. */
@Command(
    name = "init",
    description = {
      "Finds a project's migrations, writes a commented annals.yml, and first pages for the tables"
          + " that matter most: most referenced, most changed, a dozen at most. What is there is"
          + " never written over."
    },
    sortOptions = false)
final class InitCommand implements Callable<Integer> {

  @ParentCommand AnnalsCommand annals;

  @Mixin ProjectOptions project;

  @Option(
      names = "--tables",
      paramLabel = "NAME",
      split = ",",
      description = "Write pages for these tables and views instead: orders,customers.")
  List<String> tables = new ArrayList<>();

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description =
          "Take descriptions into new pages, once: SchemaSpy's schemameta.xml, tbls' .tbls.yml,"
              + " DBML.")
  List<Path> imports = new ArrayList<>();

  @Option(names = "--dry-run", description = "Tell what would be written, and write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    InitRequest request =
        new InitRequest(
            project.request(annals, null),
            tables,
            imports.stream().map(annals.folder::resolve).toList(),
            dryRun);
    InitReport report = new InitProject(request, annals.progress()).run();
    tell(report);
    return 0;
  }

  private void tell(InitReport report) {
    PrintWriter out = annals.out;
    if (!annals.quiet) {
      report.notes().forEach(note -> annals.err.println("note: " + note));
    }
    int width = 0;
    for (InitReport.Line line : report.wrote()) {
      width = Math.max(width, line.path().length());
    }
    for (InitReport.Line line : report.left()) {
      width = Math.max(width, line.path().length());
    }
    String format = "%-11s %-" + Math.max(1, Math.min(width, 60)) + "s  %s%n";
    for (InitReport.Line line : report.wrote()) {
      out.printf(format, dryRun ? "would write" : "wrote", line.path(), line.about());
    }
    for (InitReport.Line line : report.left()) {
      out.printf(format, "left", line.path(), line.about());
    }
    if (!annals.quiet && !dryRun && !report.wrote().isEmpty()) {
      out.println();
      out.println("Next: answer the questions in a page, remove its line \"status: stub\", then:");
      out.println("  annals build" + (isHere() ? "" : " " + project.project));
    }
  }

  private boolean isHere() {
    return project.project.equals(Path.of(""));
  }
}
