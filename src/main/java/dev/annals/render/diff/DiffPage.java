package dev.annals.render.diff;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.story.Preview;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.html.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A preview as one page that needs no other file and runs no script. */
public final class DiffPage {

  private DiffPage() {}

  /** The page. */
  public static String of(Preview preview, Templates templates) {
    DiffView view = DiffViews.of(preview);
    Diagram diagram =
        Diagrams.release(
            preview.before(),
            preview.after(),
            preview.changes().stream().map(JudgedChange::change).toList(),
            table -> "");
    Map<String, Object> model = new HashMap<>();
    model.put("diff", view);
    model.put("css", asset("annals.css") + asset("diagram.css"));
    model.put("svgHtml", diagram.svg());
    model.put("tables", TableViews.of(preview));
    model.put(
        "scripts",
        view.rollback().stream().map(step -> SqlHighlighter.html(step.script())).toList());
    model.put(
        "sqls",
        preview.steps().stream()
            .map(step -> SqlHighlighter.html(step.step().migration().sql().stripTrailing()))
            .toList());
    model.put("files", view.files().stream().filter(file -> !file.kind().equals("new")).toList());
    model.put(
        "reports",
        List.of(
            new Report("pages", "Rationale", view.pages()),
            new Report("findings", "New findings", view.findings()),
            new Report("mended", "Mended", view.mended())));
    return templates.fill("diff.ftlh", model);
  }

  /** A list of findings under a heading. */
  public record Report(String id, String title, List<DiffView.FindingView> findings) {
    public Report {
      findings = List.copyOf(findings);
    }

    /** How many there are, the folded ones with them. */
    public int count() {
      return FoldedFindings.count(findings);
    }
  }

  private static String asset(String name) {
    try (InputStream in = DiffPage.class.getResourceAsStream("/dev/annals/site/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
