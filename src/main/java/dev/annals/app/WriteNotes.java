package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.Range;
import dev.annals.json.NotesJson;
import dev.annals.model.Problem;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.html.Templates;
import dev.annals.render.notes.NotesRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the notes of a release, or of any part of a history. */
public final class WriteNotes {

  /** In which form notes are written. */
  public enum Format {
    MD,
    HTML,
    JSON
  }

  private final BuildRequest request;
  private final Progress progress;

  /** Notes of a project; {@code progress} is told how far it is. */
  public WriteNotes(BuildRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Writes them.
   *
   * @param range which part
   * @param format in which form
   * @param template a FreeMarker template of the user's for Markdown; null for ours
   * @return the text; empty where nothing is unreleased and just that was asked for
   * @throws Problem if the project cannot be read, or has no such part
   */
  public String write(Range range, Format format, Path template) {
    String own = template == null ? "" : textOf(template);
    Config config = request.configuration();
    Chronicle chronicle;
    try (StorySource source = new StorySource(request, progress)) {
      chronicle = source.read(config.withRange(range));
    }
    List<Release> releases = new ArrayList<>(chronicle.releases());
    boolean open = releases.get(releases.size() - 1).cut().name().equals(Release.UNRELEASED);
    if (range.mode() == Range.Mode.UNRELEASED && !open) {
      List<Release> main = Release.main(releases);
      progress.note("nothing is unreleased since " + main.get(main.size() - 1).cut().name());
      return "";
    }
    if (open && range.ends() && releases.size() > 1) {
      releases.remove(releases.size() - 1);
    }
    List<Release> told = range.mode() == Range.Mode.LAST ? Release.main(releases) : releases;
    Release last = told.get(told.size() - 1);
    NotesRenderer notes = new NotesRenderer(new Templates());
    return switch (format) {
      case JSON -> new String(NotesJson.write(chronicle, last), StandardCharsets.UTF_8) + "\n";
      case HTML -> notes.html(chronicle, last);
      case MD ->
          template == null
              ? notes.render(chronicle, last)
              : notes.render(chronicle, last, String.valueOf(template.getFileName()), own);
    };
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Problem.usage(
          "reading the template "
              + file
              + ": "
              + (Files.exists(file) ? e.getMessage() : "there is no such file"),
          "A template is a FreeMarker file in UTF-8.");
    }
  }
}
