package dev.annals;

import dev.annals.app.BuildRequest;
import dev.annals.app.BuildSite;
import dev.annals.app.CheckRequest;
import dev.annals.app.Progress;
import dev.annals.app.RunCheck;
import dev.annals.app.WriteNotes;
import dev.annals.app.config.Range;
import dev.annals.app.diff.DiffRequest;
import dev.annals.app.diff.FailOn;
import dev.annals.app.diff.MakePreview;
import dev.annals.app.diff.WriteDiff;
import dev.annals.extract.history.ProjectCode;
import dev.annals.model.Problem;
import dev.annals.model.gate.Report;
import dev.annals.model.gate.Threshold;
import dev.annals.model.story.Preview;
import dev.annals.render.check.TerminalReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Annals for Java programs: what the command line does, with values as results. Nothing is printed
 * and nothing exits; what stops the work is thrown as a {@link Problem}, whose message and advice
 * are for people.
 *
 * <pre>{@code
 * try (Annals annals = Annals.of(Path.of("shop"))) {
 *   Path home = annals.output(Path.of("target/schema")).build();
 *   String notes = annals.notes("v1.4..v1.5", WriteNotes.Format.MD);
 * }
 * }</pre>
 *
 * <p>Every setting returns another {@code Annals}; those of one {@link #of} share the classes that
 * {@link #classPath} opened, and closing any of them closes those.
 */
public final class Annals implements AutoCloseable {

  private final BuildRequest request;
  private final Progress progress;

  private Annals(BuildRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Annals for one project.
   *
   * @param project the project's folder: the one with {@code annals.yml}, or with the migrations
   * @throws Problem if there is no such folder
   */
  public static Annals of(Path project) {
    if (!Files.isDirectory(project)) {
      throw Problem.usage(
          "opening the project " + project + ": there is no such folder",
          "Name the folder that holds the migrations or annals.yml.");
    }
    return new Annals(
        new BuildRequest(
            project, project.resolve("annals.yml"), null, false, true, System.getenv()),
        Progress.SILENT);
  }

  /**
   * Another configuration than the project's {@code annals.yml}.
   *
   * @throws Problem if there is no such file
   */
  public Annals config(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.usage(
          "reading the configuration " + file + ": there is no such file", "Check its name.");
    }
    return with(file, request.output(), request.offline(), request.cached(), request.environment());
  }

  /** Where {@link #build} publishes; the configuration decides otherwise. */
  public Annals output(Path folder) {
    return with(
        request.config(), folder, request.offline(), request.cached(), request.environment());
  }

  /** True to ask no live database and fetch nothing. */
  public Annals offline(boolean offline) {
    return with(
        request.config(), request.output(), offline, request.cached(), request.environment());
  }

  /** False to use and keep nothing of other runs. */
  public Annals cached(boolean cached) {
    return with(
        request.config(), request.output(), request.offline(), cached, request.environment());
  }

  /** Variables, in place of those of this process. */
  public Annals environment(Map<String, String> variables) {
    return with(request.config(), request.output(), request.offline(), request.cached(), variables);
  }

  /**
   * The project's classes: its Java migrations are run, in this process and with all that it may
   * do. Libraries that Annals uses itself are Annals'.
   *
   * @param entries folders and jars; what is not there is left out
   */
  public Annals classPath(List<Path> entries) {
    return with(ProjectCode.of(entries), request.flyway());
  }

  /**
   * What the project says to Flyway in another place than Flyway's own configuration file. It
   * counts where there is no such file, and where {@code annals.yml} does not say otherwise.
   *
   * @param settings as Flyway calls them, without {@code flyway.}: {@code locations} (with commas),
   *     {@code placeholders.x}, {@code schemas}. Addresses and passwords are not looked at
   */
  public Annals flyway(Map<String, String> settings) {
    return with(request.code(), settings);
  }

  /** Who hears how far the work is; nobody otherwise. */
  public Annals progress(Progress listener) {
    return new Annals(request, Objects.requireNonNull(listener));
  }

  private Annals with(
      Path config, Path output, boolean offline, boolean cached, Map<String, String> environment) {
    return new Annals(
        new BuildRequest(
            request.project(),
            config,
            output,
            offline,
            cached,
            environment,
            request.code(),
            request.flyway()),
        progress);
  }

  private Annals with(ProjectCode code, Map<String, String> flyway) {
    return new Annals(
        new BuildRequest(
            request.project(),
            request.config(),
            request.output(),
            request.offline(),
            request.cached(),
            request.environment(),
            code,
            flyway),
        progress);
  }

  /**
   * Replays, judges, and publishes the site.
   *
   * @return its home page
   * @throws Problem if anything stops it; the former site is untouched then
   */
  public Path build() {
    return new BuildSite(request, progress).run();
  }

  /**
   * Release notes.
   *
   * @param range {@code v1.4..v1.5}, {@code v1.4..}, {@code v1.5}; empty for the last release
   * @return the text
   * @throws Problem if the project cannot be read, or has no such part
   */
  public String notes(String range, WriteNotes.Format format) {
    return new WriteNotes(request, progress).write(Range.parse(range), format, null);
  }

  /**
   * What a check found.
   *
   * @param report all findings, and which of them fail
   * @param text the report in the form that was asked for
   */
  public record Checked(Report report, String text) {

    /** True where nothing fails. */
    public boolean passed() {
      return report.failing().isEmpty();
    }

    /** One line. */
    public String summary() {
      return TerminalReport.summary(report);
    }
  }

  /** Checks with the project's own limit, for people. */
  public Checked check() {
    return check(null, CheckRequest.Format.TERMINAL);
  }

  /**
   * The gate.
   *
   * @param failOn from which severity on findings fail; null where the configuration decides
   * @throws Problem if anything stops it: that is never the same as nothing found
   */
  public Checked check(Threshold failOn, CheckRequest.Format format) {
    CheckRequest check =
        new CheckRequest(failOn, format, null, null, false, false, false, 0, version());
    RunCheck run = new RunCheck(request, check, progress);
    Report report = run.run();
    return new Checked(report, run.text(report));
  }

  /**
   * What a change of the migrations comes to.
   *
   * @param preview the value
   * @param text the preview in the form that was asked for
   */
  public record Compared(Preview preview, String text) {

    /**
     * True where the change is worse than that.
     *
     * @param words {@code breaking}, {@code potentially-breaking}, {@code error}, {@code warning},
     *     {@code info}
     * @throws Problem if one is not known
     */
    public boolean reaches(List<String> words) {
      return FailOn.of(words).code(preview) != 0;
    }
  }

  /**
   * Previews a change of the migrations. Of the classes of {@link #classPath} those are at the base
   * whose sources its commit has; all are as they are now.
   *
   * @param range {@code main...feature}, {@code v1.4..}; empty for where this branch left the main
   *     branch, against the working tree
   * @throws Problem if a state cannot be read or replayed
   */
  public Compared diff(String range, WriteDiff.Format format) {
    DiffRequest.What what =
        range.isEmpty() ? new DiffRequest.What.Branch("") : DiffRequest.range(range);
    DiffRequest asked =
        new DiffRequest(
            request.project(),
            request.config(),
            request.offline(),
            request.cached(),
            request.environment(),
            request.code(),
            request.flyway(),
            what);
    Preview preview = new MakePreview(asked, progress).make();
    return new Compared(
        preview, WriteDiff.write(preview, format, Optional.empty(), asked, version()));
  }

  private static String version() {
    String version = Annals.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  @Override
  public void close() {
    request.code().close();
  }
}
