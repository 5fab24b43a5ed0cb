package dev.annals.maven;

import dev.annals.Annals;
import dev.annals.app.diff.WriteDiff;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Previews what a change of the migrations comes to. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DiffMojo extends AnnalsMojo {

  /** What is compared: {@code main...feature}; this branch against the main branch otherwise. */
  @Parameter(property = "annals.range", defaultValue = "")
  private String range;

  /** text, md, html or json. */
  @Parameter(property = "annals.format", defaultValue = "md")
  private String format;

  /** The file; {@code annals-diff.md} (or as the format is) in the build folder otherwise. */
  @Parameter(property = "annals.diff")
  private File diff;

  /** breaking, potentially-breaking, error, warning, info or never; several with commas. */
  @Parameter(property = "annals.failOn", defaultValue = "never")
  private List<String> failOn;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private File target;

  @Override
  void run(Annals annals) throws MojoFailureException {
    WriteDiff.Format form = Words.of(WriteDiff.Format.class, format, "format");
    Annals.Compared compared = annals.diff(range == null ? "" : range, form);
    File file = diff == null ? new File(target, "annals-diff." + Words.word(form)) : diff;
    write(compared.text(), file, "the preview");
    if (compared.reaches(failOn)) {
      throw new MojoFailureException(
          "the change is worse than allowed (failOn: " + String.join(", ", failOn) + "): " + file);
    }
  }
}
