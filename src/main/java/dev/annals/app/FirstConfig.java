package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitTag;
import dev.annals.extract.history.FoundMigrations;
import dev.annals.extract.history.MigrationSearch;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.render.html.Templates;
import dev.annals.render.stub.ConfigView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration of a project that has none: where its migrations were found, and the settings
 * without which they do not replay.
 */
final class FirstConfig {

  private static final String RATIONALE = "docs/schema";
  private static final int REMEDIES = 12;
  private static final Pattern NO_SCHEMA =
      Pattern.compile(
          "(?:schema \"([^\"]+)\"|relation \"(?!public\\.)([^\".]+)\\.[^\"]+\") does not exist");

  private final BuildRequest request;
  private final Progress progress;
  private final Templates templates;
  private FoundMigrations found;

  FirstConfig(BuildRequest request, Progress progress, Templates templates) {
    this.request = request;
    this.progress = progress;
    this.templates = templates;
  }

  /** Looks for the migrations. */
  void search() {
    found = MigrationSearch.in(request.project());
    if (found.source().isEmpty() && found.locations().isEmpty()) {
      String seen =
          found.notes().isEmpty()
              ? ""
              : "\nWhat was seen:\n  " + String.join("\n  ", found.notes());
      throw Problem.failure(
          "looking for migrations in "
              + request.project().toAbsolutePath().normalize()
              + ": there are none",
          "Nothing was written. Flyway's files are called like V1__create_orders.sql. If yours are,"
              + " name\nthe folder above them, or write annals.yml yourself:\n"
              + "  databases: [{ migrations: { locations: [path/to/migrations] } }]"
              + seen);
    }
  }

  /** What was passed over on the way. */
  List<String> notes() {
    return found.notes();
  }

  /** Where the migrations are, in words. */
  String where() {
    return found.locations().isEmpty()
        ? "migrations as " + found.source() + " names them"
        : "migrations in " + String.join(", ", found.locations());
  }

  /**
   * Replays with what was found; where a setting is known to help, with that.
   *
   * @throws Problem if the replay fails all the same
   */
  Chronicle replay() {
    for (int i = 0; ; i++) {
      try {
        return new StorySource(request, progress).readQuickly(config());
      } catch (Problem e) {
        Optional<FoundMigrations> better = i < REMEDIES ? remedy(e) : Optional.empty();
        if (better.isEmpty()) {
          throw e;
        }
        found = better.get();
      }
    }
  }

  private Config config() {
    return new ConfigReader(request.environment()).parse(request.project(), "annals.yml", text());
  }

  private Optional<FoundMigrations> remedy(Problem problem) {
    String message = problem.getMessage();
    Map<String, String> settings = found.settings();
    if (message.contains("mixed is false") && !settings.containsKey("mixed")) {
      return Optional.of(
          found.with(
              "mixed",
              "true",
              "the setting mixed: true was added: a migration mixes statements that run in a"
                  + " transaction with others that do not"));
    }
    Matcher placeholder = PlannedMigration.PLACEHOLDER.matcher(message);
    if (placeholder.find() && !settings.containsKey("placeholders." + placeholder.group(1))) {
      String name = placeholder.group(1);
      String value = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
      return Optional.of(
          found.with(
              "placeholders." + name,
              value,
              "the setting placeholders."
                  + name
                  + ": "
                  + value
                  + " was made up: what do you give to Flyway for ${"
                  + name
                  + "}?"));
    }
    Matcher schema = NO_SCHEMA.matcher(message);
    if (schema.find() && !settings.containsKey("defaultSchema")) {
      String name = schema.group(1) == null ? schema.group(2) : schema.group(1);
      return Optional.of(
          found.with(
              "defaultSchema",
              name,
              "the setting defaultSchema: "
                  + name
                  + " was added: the migrations take it for granted; is it what you give to"
                  + " Flyway?"));
    }
    return Optional.empty();
  }

  /** The file as it is to be written. */
  SiteFile file() {
    return SiteFile.text("annals.yml", text());
  }

  private String text() {
    Path folder = request.project().toAbsolutePath().normalize();
    ConfigView view =
        ConfigView.of(
            String.valueOf(folder.getFileName()),
            edit(),
            found.source(),
            found.locations(),
            found.settings(),
            RATIONALE,
            releases());
    return templates.fill("annals.yml.ftl", Map.of("config", view));
  }

  private String releases() {
    try (GitHistory git = GitHistory.around(request.project())) {
      return TagPattern.of(git.tags("**").stream().map(GitTag::name).toList());
    }
  }

  private String edit() {
    try (GitHistory git = GitHistory.around(request.project())) {
      return git.editAddress();
    }
  }
}
