package dev.annals.render.notes;

import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.html.MarkdownRenderer;
import dev.annals.render.html.Templates;
import java.util.Map;

/** Writes release notes as Markdown. */
public final class NotesRenderer {

  private final Templates templates;
  private volatile Reasons reasons;

  /** A renderer that fills these templates in. */
  public NotesRenderer(Templates templates) {
    this.templates = templates;
  }

  /** The notes of one release. */
  public String render(Chronicle chronicle, Release release) {
    return templates.fill("notes.md.ftl", Map.of("notes", view(chronicle, release)));
  }

  private NotesView view(Chronicle chronicle, Release release) {
    Reasons known = reasons;
    if (known == null || !known.isOf(chronicle)) {
      known = new Reasons(chronicle);
      reasons = known;
    }
    return new NotesMaker(chronicle, release, known.of(release)).view();
  }

  /**
   * The notes of one release by a template of the user's.
   *
   * @param name the template's name, for messages
   * @param template its text; {@code notes} is a {@link NotesView}
   * @throws dev.annals.model.Problem if the template has an error
   */
  public String render(Chronicle chronicle, Release release, String name, String template) {
    return templates.fillOwn(name, template, Map.of("notes", view(chronicle, release)));
  }

  /** The notes of one release as a page that stands alone. */
  public String html(Chronicle chronicle, Release release) {
    String markdown = render(chronicle, release);
    return templates.fill(
        "notes.ftlh",
        Map.of(
            "project",
            chronicle.project().title(),
            "name",
            release.cut().name(),
            "body",
            new MarkdownRenderer().html(markdown, name -> "")));
  }
}
