package dev.annals.app.diff;

import dev.annals.app.RunCheck;
import dev.annals.json.DiffJson;
import dev.annals.model.change.Level;
import dev.annals.model.gate.Report;
import dev.annals.model.story.Preview;
import dev.annals.render.check.GithubReport;
import dev.annals.render.check.GitlabReport;
import dev.annals.render.check.SarifReport;
import dev.annals.render.diff.DiffMarkdown;
import dev.annals.render.diff.DiffPage;
import dev.annals.render.diff.DiffText;
import dev.annals.render.html.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a preview in one of its forms. */
public final class WriteDiff {

  /** In which form a preview is written. */
  public enum Format {
    TEXT,
    MD,
    HTML,
    JSON,
    SARIF,
    GITHUB,
    GITLAB
  }

  private WriteDiff() {}

  /**
   * The preview in that form.
   *
   * @param failing from which level on a change is an error, where forms tell that
   * @param request what was compared
   * @param version of Annals
   */
  public static String write(
      Preview preview,
      Format format,
      Optional<Level> failing,
      DiffRequest request,
      String version) {
    return switch (format) {
      case TEXT -> DiffText.of(preview);
      case MD -> DiffMarkdown.of(preview);
      case HTML -> DiffPage.of(preview, new Templates());
      case JSON -> text(DiffJson.write(preview)) + "\n";
      case SARIF -> text(SarifReport.write(report(preview, failing, request, version)));
      case GITHUB -> GithubReport.text(report(preview, failing, request, version));
      case GITLAB -> text(GitlabReport.write(report(preview, failing, request, version)));
    };
  }

  private static Report report(
      Preview preview, Optional<Level> failing, DiffRequest request, String version) {
    Path folder =
        request.what() instanceof DiffRequest.What.Folders folders
            ? folders.head()
            : request.project();
    String home = String.valueOf(request.config().getFileName());
    return DiffReport.of(preview, failing, home, RunCheck.prefix(folder), version);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** The JSON Schema of {@link Format#JSON}. */
  public static String jsonSchema() {
    return new String(DiffJson.schema(), StandardCharsets.UTF_8) + "\n";
  }
}
