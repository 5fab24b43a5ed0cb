package dev.annals.publish.comment;

import dev.annals.model.Problem;
import dev.annals.publish.comment.Api.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One comment on a pull request, which is written once and brought up to date from then on. */
public final class StickyComment {

  private static final int PAGES = 100;
  private static final int DESCRIPTION = 130;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

  private final Target target;
  private final Api api;

  /** A comment there. */
  public StickyComment(Target target) {
    this(target, Duration.ofSeconds(3));
  }

  StickyComment(Target target, Duration pause) {
    this.target = target;
    this.api = new Api(target, pause);
  }

  /** What became of it. */
  public enum Outcome {
    CREATED,
    UPDATED,
    /** There was none, and none was wanted. */
    NOT_NEEDED,
    /** The token may not comment, as that of a fork's pull request. */
    FORBIDDEN
  }

  /**
   * Writes the comment that begins with a marker, or brings it up to date.
   *
   * @param marker the text by which it is found again, its beginning
   * @param create whether it is written where there is none
   * @throws Problem if the host refuses for another reason than rights, or cannot be reached
   */
  public Outcome write(String marker, String text, boolean create) {
    if (target.token().isEmpty()) {
      return Outcome.FORBIDDEN;
    }
    Optional<String> known = find(marker);
    if (known.isPresent()) {
      Reply reply = api.send(updates(), comments(false) + "/" + known.get(), body(text));
      if (reply.ok()) {
        return Outcome.UPDATED;
      }
      if (!reply.forbidden()) {
        throw refused("updating the comment", reply);
      }
      // it bears our marker, and is somebody else's
    } else if (!create) {
      return Outcome.NOT_NEEDED;
    }
    Reply reply = api.send("POST", comments(true), body(text));
    if (reply.forbidden()) {
      return Outcome.FORBIDDEN;
    }
    if (!reply.ok()) {
      throw refused("writing the comment", reply);
    }
    return Outcome.CREATED;
  }

  /**
   * Sets a status on the commit.
   *
   * @param good whether all is well
   * @param words what it says, shortened to what hosts take
   * @return false where the token may not
   * @throws Problem if the host refuses for another reason, or no commit is known
   */
  public boolean status(String context, boolean good, String words) {
    if (target.token().isEmpty()) {
      return false;
    }
    if (!target.commit().matches("[0-9a-fA-F]{7,64}")) {
      throw Problem.usage(
          "setting a status on %s: the commit is not known".formatted(target),
          "Name it with --commit.");
    }
    String description =
        words.length() <= DESCRIPTION ? words : words.substring(0, DESCRIPTION - 1) + "…";
    ObjectNode body = Api.object().put("description", description);
    if (!target.page().isEmpty()) {
      body.put(target.platform() == Platform.BITBUCKET ? "url" : "target_url", target.page());
    }
    String path =
        switch (target.platform()) {
          case GITHUB, GITEA -> {
            body.put("state", good ? "success" : "failure").put("context", context);
            yield "/repos/" + target.repository() + "/statuses/" + target.commit();
          }
          case GITLAB -> {
            body.put("state", good ? "success" : "failed").put("name", context);
            yield project() + "/statuses/" + target.commit();
          }
          case BITBUCKET -> {
            body.put("state", good ? "SUCCESSFUL" : "FAILED");
            body.put("key", context).put("name", context);
            yield project() + "/commit/" + target.commit() + "/statuses/build";
          }
        };
    Reply reply = api.send("POST", path, body);
    if (!reply.ok() && !reply.forbidden()) {
      throw refused("setting the status", reply);
    }
    return reply.ok();
  }

  private Problem refused(String what, Reply reply) {
    String advice =
        reply.status() == 401
            ? "The token is not good: check the variable that holds it."
            : "Does the pull request exist, and may the token write to it?";
    return Problem.failure("%s on %s: %s".formatted(what, target, reply.why()), advice);
  }

  private String project() {
    return target.platform() == Platform.GITLAB
        ? "/projects/" + target.repository().replace("/", "%2F")
        : "/repositories/" + target.repository();
  }

  /** The address of all comments, or the one below which single ones are. */
  private String comments(boolean all) {
    return switch (target.platform()) {
      case GITHUB, GITEA ->
          "/repos/"
              + target.repository()
              + "/issues/"
              + (all ? target.request() + "/" : "")
              + "comments";
      case GITLAB -> project() + "/merge_requests/" + target.request() + "/notes";
      case BITBUCKET -> project() + "/pullrequests/" + target.request() + "/comments";
    };
  }

  private String updates() {
    return target.platform() == Platform.GITLAB || target.platform() == Platform.BITBUCKET
        ? "PUT"
        : "PATCH";
  }

  private ObjectNode body(String text) {
    ObjectNode body = Api.object();
    if (target.platform() == Platform.BITBUCKET) {
      body.putObject("content").put("raw", text);
      return body;
    }
    return body.put("body", text);
  }

  /** The oldest comment that begins with the marker. */
  private Optional<String> find(String marker) {
    String size =
        switch (target.platform()) {
          case GITHUB -> "?per_page=100&page=1";
          case GITLAB -> "?per_page=100&page=1&sort=asc&order_by=created_at";
          case GITEA -> "?limit=50&page=1";
          case BITBUCKET -> "?pagelen=100";
        };
    String page = comments(true) + size;
    Set<String> seen = new HashSet<>();
    for (int i = 2; i <= PAGES && !page.isEmpty(); i++) {
      Reply reply = api.get(page);
      if (reply.forbidden()) {
        return Optional.empty(); // whether we may write is found out by writing
      }
      if (!reply.ok()) {
        throw refused("reading the comments", reply);
      }
      JsonNode items =
          target.platform() == Platform.BITBUCKET ? reply.body().path("values") : reply.body();
      boolean news = false;
      for (JsonNode item : items) {
        news |= seen.add(item.path("id").asString(""));
        if (text(item).stripLeading().startsWith(marker)) {
          return Optional.of(item.path("id").asString(""));
        }
      }
      page = news ? next(reply, i, size) : "";
    }
    return Optional.empty();
  }

  private String text(JsonNode item) {
    if (target.platform() == Platform.BITBUCKET) {
      return item.path("deleted").asBoolean(false)
          ? ""
          : item.path("content").path("raw").asString("");
    }
    return item.path("body").asString("");
  }

  private String next(Reply reply, int number, String size) {
    if (target.platform() == Platform.BITBUCKET) {
      return reply.body().path("next").asString("");
    }
    Matcher link = NEXT.matcher(reply.link());
    if (link.find() && target.platform() != Platform.GITLAB) {
      return link.group(1);
    }
    boolean more =
        target.platform() == Platform.GITLAB
            ? !reply.next().isEmpty()
            : target.platform() == Platform.GITEA && reply.body().size() >= 50;
    return more
        ? comments(true)
            + size.replace("page=1&", "page=" + number + "&")
                .replaceAll("page=1$", "page=" + number)
        : "";
  }
}
