package dev.annals.app.diff;

import dev.annals.json.DiffJson;
import dev.annals.model.story.Preview;
import dev.annals.render.diff.DiffMarkdown;
import dev.annals.render.diff.DiffPage;
import dev.annals.render.diff.DiffText;
import dev.annals.render.html.Templates;
import java.nio.charset.StandardCharsets;

/** Writes a preview in one of its forms. */
public final class WriteDiff {

  /** In which form a preview is written. */
  public enum Format {
    TEXT,
    MD,
    HTML,
    JSON
  }

  private WriteDiff() {}

  /** The preview in that form. */
  public static String write(Preview preview, Format format) {
    return switch (format) {
      case TEXT -> DiffText.of(preview);
      case MD -> DiffMarkdown.of(preview);
      case HTML -> DiffPage.of(preview, new Templates());
      case JSON -> new String(DiffJson.write(preview), StandardCharsets.UTF_8) + "\n";
    };
  }

  /** The JSON Schema of {@link Format#JSON}. */
  public static String jsonSchema() {
    return new String(DiffJson.schema(), StandardCharsets.UTF_8) + "\n";
  }
}
