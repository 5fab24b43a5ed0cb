package dev.annals.app.config;

import dev.annals.judge.JudgeSettings;
import dev.annals.judge.gate.GateSettings;
import dev.annals.model.site.SiteFormat;
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
 * @param theme the folder of what the team gives the site of its own; may be empty
 * @param databases at least one
 * @param releases where the releases come from
 * @param semver what the team decides about its schema version
 * @param gate what the team decides about findings
 * @param format what the site's pages are written in
 * @param output where the site goes
 */
public record Config(
    Path project,
    String file,
    String title,
    String url,
    String edit,
    String theme,
    List<DatabaseConfig> databases,
    ReleasesConfig releases,
    JudgeSettings semver,
    GateSettings gate,
    SiteFormat format,
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
        theme,
        databases,
        new ReleasesConfig(releases.from(), releases.match(), releases.listed(), range),
        semver,
        gate,
        format,
        output);
  }
}
