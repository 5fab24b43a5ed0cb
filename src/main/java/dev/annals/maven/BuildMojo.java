package dev.annals.maven;

import dev.annals.Annals;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Replays the migrations and publishes the site. */
@Mojo(
    name = "build",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class BuildMojo extends AnnalsMojo {

  /** Where the site goes. */
  @Parameter(property = "annals.output", defaultValue = "${project.build.directory}/annals")
  private File output;

  @Override
  void run(Annals annals) {
    getLog().info("the site: " + annals.output(output.toPath()).build());
  }
}
