package dev.annals.render.notes;

import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.html.Templates;
import java.util.Map;

/** Writes release notes as Markdown. */
public final class NotesRenderer {

  private final Templates templates;

  /** A renderer that fills these templates in. */
  public NotesRenderer(Templates templates) {
    this.templates = templates;
  }

  /** The notes of one release. */
  public String render(Chronicle chronicle, Release release) {
    return templates.fill(
        "notes.md.ftl", Map.of("notes", new NotesMaker(chronicle, release).view()));
  }
}
