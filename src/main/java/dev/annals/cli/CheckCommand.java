package dev.annals.cli;

import dev.annals.app.CheckRequest;
import dev.annals.app.RunCheck;
import dev.annals.model.Problem;
import dev.annals.model.gate.Baseline;
import dev.annals.model.gate.Report;
import dev.annals.model.gate.Threshold;
import dev.annals.render.check.TerminalReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code annals check}: the gate. */
@Command(
    name = "check",
    description = {
      "Replays and judges as a build does, publishes nothing, tells what was found, and fails where"
          + " that is bad enough."
    },
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  private static final int FINDINGS = 1;
  private static final int DRIFT = 4;

  @ParentCommand AnnalsCommand annals;

  @Mixin ProjectOptions project;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "error, warn, info or never: from which level on findings fail; error by default.")
  Threshold failOn;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "terminal",
      description = "terminal, json, sarif, junit, github or gitlab; terminal by default.")
  CheckRequest.Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file for the report; standard output by default.")
  Path output;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are known, and do not fail.")
  Path baseline;

  @Option(
      names = "--write-baseline",
      description = "Write what is found now to that file; nothing fails.")
  boolean writeBaseline;

  @Override
  public Integer call() {
    if (writeBaseline && output != null) {
      throw Problem.usage(
          "checking: both --write-baseline and --output were given",
          "The baseline goes to the file of --baseline.");
    }
    CheckRequest check =
        new CheckRequest(
            failOn,
            format,
            output == null ? null : annals.folder.resolve(output),
            baseline == null ? null : annals.folder.resolve(baseline),
            writeBaseline,
            output == null && annals.colourOut(),
            annals.verbose,
            annals.columns(),
            new AnnalsCommand.Version().number());
    RunCheck run = new RunCheck(project.request(annals, null), check, annals.progress());
    Report report = run.run();
    if (writeBaseline) {
      int known = Baseline.of(report.findings()).entries().size();
      annals.out.printf(
          "%d %s in %s%n", known, known == 1 ? "finding is" : "findings are", report.baseline());
      return 0;
    }
    if (output == null) {
      annals.out.print(run.text(report));
      annals.out.flush();
    }
    if (!annals.quiet && (output != null || format != CheckRequest.Format.TERMINAL)) {
      annals.err.println(TerminalReport.summary(report));
    }
    return code(report);
  }

  /** Drift has a code of its own, where nothing else fails. */
  private static int code(Report report) {
    if (report.failing().isEmpty()) {
      return 0;
    }
    return report.failing().stream().allMatch(f -> f.rule().equals(Report.DRIFT))
        ? DRIFT
        : FINDINGS;
  }
}
