package dev.annals.maven;

import dev.annals.Annals;
import dev.annals.app.WriteNotes;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes release notes. */
@Mojo(name = "notes", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class NotesMojo extends AnnalsMojo {

  /** Which part of the history: {@code v1.4..v1.5}; the last release otherwise. */
  @Parameter(property = "annals.range", defaultValue = "")
  private String range;

  /** md, html or json. */
  @Parameter(property = "annals.format", defaultValue = "md")
  private String format;

  /** The file; {@code annals-notes.md} (or as the format is) in the build folder otherwise. */
  @Parameter(property = "annals.notes")
  private File notes;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private File target;

  @Override
  void run(Annals annals) {
    WriteNotes.Format form = Words.of(WriteNotes.Format.class, format, "format");
    File file = notes == null ? new File(target, "annals-notes." + Words.word(form)) : notes;
    write(annals.notes(range == null ? "" : range, form), file, "the notes");
  }
}
