package dev.annals.publish.comment;

import dev.annals.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a code host's API. Redirects are not followed: the token is for one address only. */
final class Api {

  private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
  private static final int TRIES = 3;

  private final Target target;
  private final Duration pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /**
   * @param pause how long to wait before a host that is busy is asked again
   */
  Api(Target target, Duration pause) {
    this.target = target;
    this.pause = pause;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body what it says
   * @param next the value of GitLab's header for the next page; may be empty
   * @param link the header that names other pages; may be empty
   */
  record Reply(int status, JsonNode body, String next, String link) {

    boolean ok() {
      return status >= 200 && status < 300;
    }

    /** True where the token is good and does not go that far. */
    boolean forbidden() {
      return status == 403 || status == 404;
    }

    /** What went wrong, in the host's words. */
    String why() {
      String said = body.path("message").asString("");
      if (said.isEmpty()) {
        said = body.path("error").path("message").asString(body.path("error").asString(""));
      }
      String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
      return status + (line.isEmpty() ? "" : " " + line.substring(0, Math.min(200, line.length())));
    }
  }

  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  Reply send(String method, String path, ObjectNode body) {
    String address = path.startsWith("/") ? target.api() + path : path;
    if (!address.startsWith(target.api() + "/")) {
      throw Problem.failure(
          "asking " + target.platform().label() + ": its next page is at another address",
          "Is --api-url right? The token goes nowhere else.");
    }
    Reply reply = once(method, address, body);
    for (int i = 1; i < TRIES && AGAIN.contains(reply.status()); i++) {
      sleep();
      reply = once(method, address, body);
    }
    return reply;
  }

  private Reply once(String method, String address, ObjectNode body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(Duration.ofSeconds(60))
              .header("Accept", "application/json")
              .header("User-Agent", "annals")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body.toString()));
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      authorise(request);
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          json(response.body()),
          response.headers().firstValue("X-Next-Page").orElse(""),
          response.headers().firstValue("Link").orElse(""));
    } catch (IOException | IllegalArgumentException e) {
      throw Problem.failure(
          "asking %s at %s: %s".formatted(target.platform().label(), target.api(), reason(e)),
          "Can this machine reach it? --api-url names another address.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.failure("asking " + target.platform().label() + ": interrupted", "");
    }
  }

  /** A header that is refused is quoted by Java, and it may be the token. */
  private String reason(Exception e) {
    String said =
        String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    return target.token().isEmpty() ? said : said.replace(target.token(), "…");
  }

  private void authorise(HttpRequest.Builder request) {
    if (target.token().isEmpty()) {
      return;
    }
    switch (target.platform()) {
      case GITHUB ->
          request
              .header("Authorization", "Bearer " + target.token())
              .header("X-GitHub-Api-Version", "2022-11-28");
      case GITEA -> request.header("Authorization", "token " + target.token());
      case GITLAB -> request.header("PRIVATE-TOKEN", target.token());
      case BITBUCKET -> request.header("Authorization", "Bearer " + target.token());
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? object() : JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return object();
    }
  }

  private void sleep() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.failure("asking " + target.platform().label() + ": interrupted", "");
    }
  }
}
