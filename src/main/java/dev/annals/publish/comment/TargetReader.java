package dev.annals.publish.comment;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out where a comment goes: from options, else from what the CI says in its variables. */
public final class TargetReader {

  private static final Pattern PULL = Pattern.compile("refs/pull/(\\d+)/.*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+(/[\\w.-]+){0,20}");

  private final Map<String, String> environment;
  private JsonNode event;

  /** Reads with the variables of this environment. */
  public TargetReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * What a user says about it; empty for what the CI says.
   *
   * @param api the address of the API
   * @param repository {@code owner/name}
   * @param request the number of the pull request
   * @param commit the commit that gets a status
   */
  public record Options(String api, String repository, String request, String commit) {}

  /**
   * Where the comment goes.
   *
   * @throws Problem if something is missing that neither options nor variables tell
   */
  public Target read(Platform platform, Options options) {
    String repository =
        needed(platform, options.repository(), repository(platform), "--repository");
    String request = needed(platform, options.request(), request(platform), "--pull-request");
    if (!NUMBER.matcher(request).matches()) {
      throw Problem.usage(
          "commenting on %s: \"%s\" is no number of a pull request"
              .formatted(platform.label(), request),
          "Name it with --pull-request.");
    }
    if (!REPOSITORY.matcher(repository).matches() || repository.contains("..")) {
      throw Problem.usage(
          "commenting on %s: \"%s\" is no name of a repository"
              .formatted(platform.label(), repository),
          "It is OWNER/NAME.");
    }
    String api = needed(platform, options.api(), api(platform), "--api-url").replaceAll("/+$", "");
    return new Target(
        platform,
        api,
        repository,
        request,
        options.commit().isEmpty() ? commit(platform) : options.commit(),
        page(platform, repository, request),
        token(platform));
  }

  private static String needed(Platform platform, String option, String variable, String name) {
    String value = option.isEmpty() ? variable : option;
    if (value.isEmpty()) {
      throw Problem.usage(
          "commenting on %s: its variables are not set here, and %s is not given"
              .formatted(platform.label(), name),
          "Run it in a job for a pull request, or give --repository, --pull-request and --api-url.");
    }
    return value;
  }

  private String first(String... names) {
    return List.of(names).stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String repository(Platform platform) {
    return switch (platform) {
      case GITHUB, GITEA -> first("GITHUB_REPOSITORY", "CI_REPO");
      case GITLAB -> first("CI_MERGE_REQUEST_PROJECT_ID", "CI_PROJECT_ID");
      case BITBUCKET -> first("BITBUCKET_REPO_FULL_NAME");
    };
  }

  private String request(Platform platform) {
    return switch (platform) {
      case GITHUB, GITEA -> {
        Matcher pull = PULL.matcher(first("GITHUB_REF"));
        yield pull.matches()
            ? pull.group(1)
            : said("/pull_request/number", first("CI_COMMIT_PULL_REQUEST"));
      }
      case GITLAB -> first("CI_MERGE_REQUEST_IID");
      case BITBUCKET -> first("BITBUCKET_PR_ID");
    };
  }

  private String api(Platform platform) {
    String own = first("GITHUB_API_URL");
    return switch (platform) {
      case GITHUB -> own.isEmpty() ? "https://api.github.com" : own;
      case GITEA -> own;
      case GITLAB -> first("CI_API_V4_URL");
      case BITBUCKET -> "https://api.bitbucket.org/2.0";
    };
  }

  private String commit(Platform platform) {
    return switch (platform) {
      case GITHUB, GITEA -> said("/pull_request/head/sha", first("GITHUB_SHA", "CI_COMMIT_SHA"));
      case GITLAB -> first("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA");
      case BITBUCKET -> first("BITBUCKET_COMMIT");
    };
  }

  private String page(Platform platform, String repository, String request) {
    String run = first("GITHUB_RUN_ID");
    return switch (platform) {
      case GITHUB, GITEA ->
          run.isEmpty() || first("GITHUB_SERVER_URL").isEmpty()
              ? ""
              : first("GITHUB_SERVER_URL") + "/" + repository + "/actions/runs/" + run;
      case GITLAB -> first("CI_JOB_URL");
      case BITBUCKET -> "https://bitbucket.org/" + repository + "/pull-requests/" + request;
    };
  }

  /** A token is taken from the environment only. */
  private String token(Platform platform) {
    return switch (platform) {
      case GITHUB -> first("ANNALS_TOKEN", "GITHUB_TOKEN", "GH_TOKEN");
      case GITEA -> first("ANNALS_TOKEN", "GITEA_TOKEN", "GITHUB_TOKEN");
      case GITLAB -> first("ANNALS_TOKEN", "GITLAB_TOKEN");
      case BITBUCKET -> first("ANNALS_TOKEN", "BITBUCKET_TOKEN");
    };
  }

  /** What the file says that describes the event; otherwise something else. */
  private String said(String pointer, String otherwise) {
    String path = first("GITHUB_EVENT_PATH");
    if (event == null && !path.isEmpty() && Files.isRegularFile(Path.of(path))) {
      try {
        event = JsonMapper.shared().readTree(Files.readAllBytes(Path.of(path)));
      } catch (IOException | JacksonException e) {
        throw Problem.failure(
            "reading the event in " + path + ": " + e.getMessage(),
            "Give --pull-request and --commit.",
            e);
      }
    }
    String value = event == null ? "" : event.at(pointer).asString("");
    return value.isEmpty() ? otherwise : value;
  }
}
