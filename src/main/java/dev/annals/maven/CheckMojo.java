package dev.annals.maven;

import dev.annals.Annals;
import dev.annals.app.CheckRequest;
import dev.annals.model.gate.Threshold;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The gate: fails the build where what is found is bad enough. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class CheckMojo extends AnnalsMojo {

  /** error, warn, info or never; what {@code annals.yml} says otherwise. */
  @Parameter(property = "annals.failOn")
  private String failOn;

  /** terminal, json, sarif, junit, github or gitlab; for the file. */
  @Parameter(property = "annals.format", defaultValue = "terminal")
  private String format;

  /** A file for the report; without one it is told in Maven's log. */
  @Parameter(property = "annals.report")
  private File report;

  @Override
  void run(Annals annals) throws MojoFailureException {
    CheckRequest.Format form = Words.of(CheckRequest.Format.class, format, "format");
    Threshold limit = failOn == null ? null : Words.of(Threshold.class, failOn, "failOn");
    Annals.Checked checked = annals.check(limit, form);
    if (report != null) {
      write(checked.text(), report, "the report");
    } else {
      checked.text().lines().forEach(line -> getLog().info(line));
    }
    if (!checked.passed()) {
      throw new MojoFailureException("the gate is not passed: " + checked.summary());
    }
  }
}
