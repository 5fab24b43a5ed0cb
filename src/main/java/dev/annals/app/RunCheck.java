package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.json.CheckJson;
import dev.annals.judge.RuleBook;
import dev.annals.judge.gate.Gate;
import dev.annals.model.Problem;
import dev.annals.model.gate.Baseline;
import dev.annals.model.gate.Report;
import dev.annals.model.gate.Threshold;
import dev.annals.render.check.GithubReport;
import dev.annals.render.check.GitlabReport;
import dev.annals.render.check.JunitReport;
import dev.annals.render.check.SarifReport;
import dev.annals.render.check.TerminalReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a project: the same story as a build tells, without a site. */
public final class RunCheck {

  private final BuildRequest request;
  private final CheckRequest check;
  private final Progress progress;

  /** A check of a project; {@code progress} is told how far it is. */
  public RunCheck(BuildRequest request, CheckRequest check, Progress progress) {
    this.request = request;
    this.check = check;
    this.progress = progress;
  }

  /**
   * Checks it.
   *
   * @throws Problem if anything stops it: that is never the same as nothing found
   */
  public Report run() {
    Config config = request.configuration();
    Path file = baseline(config);
    Baseline baseline =
        file == null || check.writeBaseline() ? Baseline.NONE : BaselineFile.read(file);
    Gate.Outcome outcome;
    try (StorySource source = new StorySource(request, progress)) {
      outcome = source.read(config, baseline);
    }
    Threshold threshold = check.failOn() == null ? config.gate().threshold() : check.failOn();
    String home = config.file().isEmpty() ? "annals.yml" : config.file();
    Report report =
        new Report(
            outcome.chronicle(),
            threshold,
            file == null ? "" : String.valueOf(file.getFileName()),
            outcome.gone(),
            home,
            prefix(request.project()),
            check.version(),
            RuleBook.pages());
    if (check.writeBaseline()) {
      BaselineFile.write(file, Baseline.of(report.findings()));
    } else if (check.output() != null) {
      OutputFile.write(check.output(), text(report).getBytes(StandardCharsets.UTF_8), "the report");
    }
    return report;
  }

  /** The report in the form that was asked for. */
  public String text(Report report) {
    return switch (check.format()) {
      case TERMINAL ->
          new TerminalReport(report, check.colour(), check.verbose(), check.columns()).text();
      case JSON -> new String(CheckJson.write(report), StandardCharsets.UTF_8) + "\n";
      case SARIF -> new String(SarifReport.write(report), StandardCharsets.UTF_8);
      case JUNIT -> JunitReport.text(report);
      case GITHUB -> GithubReport.text(report);
      case GITLAB -> new String(GitlabReport.write(report), StandardCharsets.UTF_8);
    };
  }

  private Path baseline(Config config) {
    if (check.baseline() != null) {
      return check.baseline();
    }
    if (!config.gate().baseline().isEmpty()) {
      return request.project().resolve(config.gate().baseline());
    }
    if (check.writeBaseline()) {
      throw Problem.usage(
          "writing the baseline: it has no name",
          "Name it: --baseline annals-baseline.json, or check: { baseline: … } in annals.yml.");
    }
    return null;
  }

  /** The way from the root of the repository around a project to the project. */
  public static String prefix(Path project) {
    Path folder = project.toAbsolutePath().normalize();
    for (Path root = folder; root != null; root = root.getParent()) {
      if (Files.exists(root.resolve(".git"))) {
        String way = root.relativize(folder).toString().replace('\\', '/');
        return way.isEmpty() ? "" : way + "/";
      }
    }
    return "";
  }
}
