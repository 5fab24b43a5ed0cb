package dev.annals.app.config;

import dev.annals.judge.design.Scrutiny;
import dev.annals.model.change.Bump;
import dev.annals.model.change.SemanticVersion;
import java.nio.file.Path;
import java.util.List;

/**
 * All that {@code annals.yml}, the environment and the command line say together.
 *
 * @param project the project's folder
 * @param file the configuration file as messages call it; empty where there is none
 * @param title the name on every page
 * @param url where the site is published; may be empty
 * @param edit where a file is edited, with {@code {path}}; may be empty
 * @param databases at least one
 * @param releases where the releases come from
 * @param initial the schema version after the first migration
 * @param potentiallyBreaking by how much a potentially breaking change raises the version
 * @param design how much of what the design rules find is told plainly
 * @param output where the site goes
 */
public record Config(
    Path project,
    String file,
    String title,
    String url,
    String edit,
    List<DatabaseConfig> databases,
    ReleasesConfig releases,
    SemanticVersion initial,
    Bump potentiallyBreaking,
    Scrutiny design,
    Path output) {

  public Config {
    databases = List.copyOf(databases);
  }

  /** The same, telling another part of the history. */
  public Config withRange(Range range) {
    return new Config(
        project,
        file,
        title,
        url,
        edit,
        databases,
        new ReleasesConfig(releases.from(), releases.match(), releases.listed(), range),
        initial,
        potentiallyBreaking,
        design,
        output);
  }
}
