package dev.annals.app.diff;

import dev.annals.model.story.Preview;
import dev.annals.render.diff.DiffMarkdown;
import dev.annals.render.diff.DiffText;

/** Writes a preview in one of its forms. */
public final class WriteDiff {

  /** In which form a preview is written. */
  public enum Format {
    TEXT,
    MD
  }

  private WriteDiff() {}

  /** The preview in that form. */
  public static String write(Preview preview, Format format) {
    return switch (format) {
      case TEXT -> DiffText.of(preview);
      case MD -> DiffMarkdown.of(preview);
    };
  }
}
