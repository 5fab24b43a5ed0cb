package dev.annals.app.config;

import dev.annals.app.config.DatabaseConfig.Connection;
import dev.annals.app.config.DatabaseConfig.EnvironmentConfig;
import dev.annals.extract.history.SettingsReader;
import dev.annals.judge.design.Scrutiny;
import dev.annals.model.Problem;
import dev.annals.model.site.SiteFormat;
import dev.annals.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code annals.yml}. What it does not say is found in the project, or has a default. */
public final class ConfigReader {

  private static final Pattern ENGINE =
      Pattern.compile("(?:postgresql|postgres|pg)(?:[ :]?(\\d+))?");
  private static final String[] TOP = {
    "title",
    "url",
    "edit",
    "theme",
    "databases",
    "releases",
    "semver",
    "check",
    "embeds",
    "format",
    "output"
  };

  private final Map<String, String> environment;

  /** Reads with the variables of this environment. */
  public ConfigReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The configuration of a project.
   *
   * @param project the project's folder
   * @param file the configuration file, if the user named one; otherwise null is not allowed: give
   *     the project's own {@code annals.yml}, which need not exist
   * @throws Problem if the file says something that is not understood
   */
  public Config read(Path project, Path file) {
    boolean there = Files.isRegularFile(file);
    String name = there ? String.valueOf(file.getFileName()) : "";
    return parse(project, name, there ? textOf(file) : "");
  }

  /**
   * The configuration that a text gives.
   *
   * @param name how the file is called in messages
   * @throws Problem if it says something that is not understood
   */
  public Config parse(Path project, String name, String configuration) {
    YamlMap yaml =
        YamlMap.parse(configuration, name, text -> Variables.expand(text, environment, name));
    yaml.allow(TOP);
    String folder = String.valueOf(project.toAbsolutePath().normalize().getFileName());
    YamlMap check = yaml.map("check");
    check.allow("fail-on", "rules", "ignore", "baseline", "design", "coverage");
    return new Config(
        project,
        name,
        yaml.text("title", folder),
        yaml.text("url", "").replaceAll("/+$", ""),
        yaml.text("edit", ""),
        yaml.text("theme", ""),
        databases(yaml, folder),
        releases(yaml.map("releases")),
        SemverReader.read(yaml.map("semver"), scrutiny(check))
            .with(CoverageReader.read(check.map("coverage"))),
        GateReader.read(check),
        embeds(yaml),
        format(yaml),
        project.resolve(
            environment.getOrDefault("ANNALS_OUTPUT", yaml.text("output", "build/schema-site"))));
  }

  /** A list of names, or {@code true} for all. */
  private static List<String> embeds(YamlMap yaml) {
    List<String> names = yaml.texts("embeds");
    return names.equals(List.of("true"))
        ? List.of("*")
        : names.equals(List.of("false")) ? List.of() : names;
  }

  private static SiteFormat format(YamlMap yaml) {
    String format = yaml.text("format", SiteFormat.HTML.label());
    return SiteFormat.of(format)
        .orElseThrow(
            () ->
                Problem.usage(
                    "reading %s:%d: a site cannot be written as \"%s\""
                        .formatted(yaml.file(), yaml.line("format"), format),
                    "Known: html, markdown."));
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Problem.failure(
          "reading " + file + ": " + e.getMessage(), "Is it UTF-8 text, and may it be read?", e);
    }
  }

  private static List<DatabaseConfig> databases(YamlMap yaml, String folder) {
    List<DatabaseConfig> databases = new ArrayList<>();
    for (YamlMap database : yaml.maps("databases")) {
      databases.add(database(database, folder));
    }
    if (databases.isEmpty()) {
      databases.add(
          new DatabaseConfig(
              folder,
              0,
              Connection.NONE,
              false,
              List.of(),
              Map.of(),
              "docs/schema",
              List.of(),
              List.of()));
    }
    if (databases.size() > 1) {
      throw Problem.usage(
          "reading %s:%d: %d databases are listed, and one site tells the story of one"
              .formatted(yaml.file(), yaml.line("databases"), databases.size()),
          "Keep one, and build the others with a file of their own (--config FILE).");
    }
    return databases;
  }

  private static DatabaseConfig database(YamlMap yaml, String folder) {
    yaml.allow(
        "name",
        "engine",
        "scratch",
        "trust",
        "migrations",
        "rationale",
        "consumers",
        "environments");
    YamlMap migrations = yaml.map("migrations");
    migrations.allow("tool", "locations", "settings");
    migrations.map("settings").refuseMistyped(SettingsReader.known());
    if (!migrations.text("tool", "flyway").equals("flyway")) {
      throw Problem.usage(
          "reading %s:%d: the migration tool \"%s\" is not known"
              .formatted(yaml.file(), migrations.line("tool"), migrations.text("tool", "")),
          "Known: flyway.");
    }
    return new DatabaseConfig(
        yaml.text("name", folder),
        major(yaml),
        scratch(yaml),
        yaml.flag("trust", false),
        migrations.texts("locations"),
        migrations.map("settings").asTexts(),
        yaml.text("rationale", "docs/schema"),
        yaml.texts("consumers"),
        environments(yaml.map("environments")));
  }

  private static int major(YamlMap yaml) {
    String engine = yaml.text("engine", "postgresql");
    Matcher matcher = ENGINE.matcher(engine.toLowerCase(Locale.ROOT).strip());
    if (!matcher.matches()) {
      throw Problem.usage(
          "reading %s:%d: the engine \"%s\" is not known"
              .formatted(yaml.file(), yaml.line("engine"), engine),
          "Known: postgresql, with a major from 14 to 18: \"postgresql 17\".");
    }
    int major = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (major != 0 && (major < 14 || major > 18)) {
      throw Problem.usage(
          "reading %s:%d: PostgreSQL %d is not supported"
              .formatted(yaml.file(), yaml.line("engine"), major),
          "Majors 14 to 18 are.");
    }
    return major;
  }

  private static Connection scratch(YamlMap yaml) {
    if (!yaml.keys().contains("scratch")) {
      return Connection.NONE;
    }
    String url = yaml.text("scratch", "");
    return url.isEmpty() ? Connection.NONE : new Connection(url, "", "");
  }

  private static List<EnvironmentConfig> environments(YamlMap yaml) {
    List<EnvironmentConfig> environments = new ArrayList<>();
    for (String name : yaml.keys()) {
      YamlMap entry = yaml.map(name);
      entry.allow("url", "user", "password", "timeout");
      environments.add(
          new EnvironmentConfig(
              name,
              new Connection(
                  entry.text("url", ""), entry.text("user", ""), entry.text("password", "")),
              number(entry, "timeout", 30)));
    }
    return environments;
  }

  private static int number(YamlMap yaml, String key, int otherwise) {
    try {
      return Integer.parseInt(yaml.text(key, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw Problem.usage(
          "reading %s:%d: \"%s\" should be a whole number, in seconds"
              .formatted(yaml.file(), yaml.line(key), key),
          "For instance " + otherwise + ".");
    }
  }

  private static ReleasesConfig releases(YamlMap yaml) {
    yaml.allow("from", "match", "list");
    List<ReleasesConfig.Listed> listed = new ArrayList<>();
    for (YamlMap entry : yaml.maps("list")) {
      entry.allow("version", "through", "date", "title");
      if (entry.text("version", "").isEmpty() || entry.text("through", "").isEmpty()) {
        throw Problem.usage(
            "reading %s:%d: a listed release needs \"version\" and \"through\""
                .formatted(entry.file(), entry.line("version")),
            "\"through\" is the last migration that the release holds.");
      }
      listed.add(
          new ReleasesConfig.Listed(
              entry.text("version", ""),
              entry.text("through", ""),
              entry.text("date", ""),
              entry.text("title", "")));
    }
    String from = yaml.text("from", listed.isEmpty() ? "found" : "list");
    ReleasesConfig.Source source =
        switch (from) {
          case "found" -> ReleasesConfig.Source.FOUND;
          case "git-tags" -> ReleasesConfig.Source.GIT_TAGS;
          case "list" -> ReleasesConfig.Source.LIST;
          case "migrations" -> ReleasesConfig.Source.MIGRATIONS;
          default ->
              throw Problem.usage(
                  "reading %s:%d: releases cannot come from \"%s\""
                      .formatted(yaml.file(), yaml.line("from"), from),
                  "Known: git-tags, list, migrations.");
        };
    return new ReleasesConfig(source, yaml.text("match", "v*"), listed, Range.WHOLE);
  }

  private static Scrutiny scrutiny(YamlMap check) {
    String text = check.text("design", Scrutiny.HIGH.label());
    for (Scrutiny scrutiny : Scrutiny.values()) {
      if (scrutiny.label().equals(text)) {
        return scrutiny;
      }
    }
    throw Problem.usage(
        "reading %s:%d: check.design cannot be \"%s\""
            .formatted(check.file(), check.line("design"), text),
        "Known: high, medium, low, off.");
  }
}
