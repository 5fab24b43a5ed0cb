package dev.annals.render.check;

import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.Optional;

/**
 * A report as workflow commands, which GitHub shows as annotations beside the lines (GitHub
 * documentation, "Workflow commands"; how texts are escaped is in actions/toolkit, command.ts).
 */
public final class GithubReport {

  private GithubReport() {}

  /** One command a line; the same report gives the same text. */
  public static String text(Report report) {
    Places places = new Places(report.chronicle());
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.told()) {
      text.append("::").append(command(finding.severity())).append(' ');
      text.append("file=").append(property(report.file(finding)));
      if (finding.line() > 0) {
        text.append(",line=").append(finding.line());
        Optional<Place> place = places.of(finding);
        place.ifPresent(
            at -> text.append(",col=").append(at.start()).append(",endColumn=").append(at.end()));
      }
      text.append(",title=").append(property("annals: " + finding.rule()));
      text.append("::").append(data(Words.of(finding))).append('\n');
    }
    return text.toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
