package dev.annals.maven;

import dev.annals.Annals;
import dev.annals.app.OutputFile;
import dev.annals.model.Problem;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: which project, its classes, and how a problem is told. */
abstract class AnnalsMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The folder that holds {@code annals.yml}, or the migrations. */
  @Parameter(property = "annals.project", defaultValue = "${project.basedir}")
  private File folder;

  /** The configuration; {@code annals.yml} in that folder otherwise. */
  @Parameter(property = "annals.config")
  private File config;

  /** True to do nothing. */
  @Parameter(property = "annals.skip", defaultValue = "false")
  private boolean skip;

  /** True to ask no live database and fetch nothing; so it is where Maven is offline. */
  @Parameter(property = "annals.offline", defaultValue = "${settings.offline}")
  private boolean offline;

  /** False to use and keep nothing of other runs. */
  @Parameter(property = "annals.cache", defaultValue = "true")
  private boolean cache;

  /**
   * False to leave Java migrations out. They run in Maven's process, with the project's runtime
   * class path.
   */
  @Parameter(property = "annals.java", defaultValue = "true")
  private boolean java;

  @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
  private List<String> classPath;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped: annals.skip is set");
      return;
    }
    try (Annals annals = annals()) {
      run(annals);
    } catch (Problem e) {
      throw new MojoExecutionException(text(e), e);
    }
  }

  abstract void run(Annals annals) throws MojoFailureException;

  private Annals annals() {
    Annals annals =
        Annals.of(folder.toPath())
            .offline(offline)
            .cached(cache)
            .flyway(FlywayPom.of(project))
            .progress(new MavenProgress(getLog()));
    if (config != null) {
      annals = annals.config(config.toPath());
    }
    return java ? annals.classPath(classPath.stream().map(Path::of).toList()) : annals;
  }

  void write(String text, File file, String what) {
    OutputFile.write(file.toPath(), text.getBytes(StandardCharsets.UTF_8), what);
    getLog().info(what + ": " + file);
  }

  private static String text(Problem problem) {
    return problem.advice().isEmpty()
        ? problem.getMessage()
        : problem.getMessage() + "\n" + problem.advice();
  }
}
