package dev.annals.publish.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import dev.annals.publish.comment.StickyComment.Outcome;
import dev.annals.publish.comment.TargetReader.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comments on stand-ins of the code hosts: found again, brought up to date, never doubled. */
class StickyCommentTest {

  private static final String MARKER = "<!-- annals-diff -->";
  private static final String COMMIT = "0123456789abcdef";

  private static Target target(CodeHost host, Platform platform, String token) {
    return new Target(
        platform, host.api(), "ada/shop", "7", COMMIT, "https://example.org/7", token);
  }

  private static StickyComment comment(CodeHost host, Platform platform) {
    return new StickyComment(target(host, platform, CodeHost.TOKEN), Duration.ZERO);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void itIsWrittenOnceAndBroughtUpToDate(Platform platform) throws Exception {
    try (CodeHost host = new CodeHost(platform)) {
      host.say("quoting: " + MARKER);
      StickyComment comment = comment(host, platform);
      assertEquals(Outcome.NOT_NEEDED, comment.write(MARKER, MARKER + "\none", false));
      assertEquals(Outcome.CREATED, comment.write(MARKER, MARKER + "\none", true));
      assertEquals(Outcome.UPDATED, comment.write(MARKER, MARKER + "\ntwo", true));
      assertEquals(Outcome.UPDATED, comment.write(MARKER, MARKER + "\n\"three\" ü 😀", false));
      assertEquals(List.of("quoting: " + MARKER, MARKER + "\n\"three\" ü 😀"), host.comments());
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void itIsFoundOnALaterPage(Platform platform) throws Exception {
    try (CodeHost host = new CodeHost(platform)) {
      for (int i = 0; i < 230; i++) {
        host.say("comment " + i);
      }
      host.say(MARKER + "\nold");
      assertEquals(Outcome.UPDATED, comment(host, platform).write(MARKER, MARKER + "\nnew", true));
      assertEquals(MARKER + "\nnew", host.comments().get(230));
      assertEquals(231, host.comments().size());
      assertEquals(
          Outcome.CREATED, comment(host, platform).write("<!-- other -->", "<!-- other -->", true));
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void aTokenThatMayNotWrite(Platform platform) throws Exception {
    try (CodeHost host = new CodeHost(platform)) {
      host.readOnly();
      StickyComment comment = comment(host, platform);
      assertEquals(Outcome.FORBIDDEN, comment.write(MARKER, MARKER, true));
      assertFalse(comment.status("annals", true, "fine"));
      StickyComment none = new StickyComment(target(host, platform, ""), Duration.ZERO);
      int before = host.requests().size();
      assertEquals(Outcome.FORBIDDEN, none.write(MARKER, MARKER, true));
      assertEquals(before, host.requests().size(), "without a token nobody is asked");
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void aWrongTokenIsToldAndNotShown(Platform platform) throws Exception {
    try (CodeHost host = new CodeHost(platform)) {
      Target target = target(host, platform, "wr0ng-t0k3n");
      Problem problem =
          assertThrows(
              Problem.class,
              () -> new StickyComment(target, Duration.ZERO).write(MARKER, MARKER, true));
      assertTrue(problem.getMessage().contains("401 Bad credentials"), problem.getMessage());
      assertFalse((problem.getMessage() + problem.advice() + target).contains("wr0ng"));
      Target broken = target(host, platform, "two\nlines-s3cret");
      Problem refused =
          assertThrows(
              Problem.class,
              () -> new StickyComment(broken, Duration.ZERO).write(MARKER, MARKER, true));
      assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void statuses(Platform platform) throws Exception {
    try (CodeHost host = new CodeHost(platform)) {
      StickyComment comment = comment(host, platform);
      assertTrue(comment.status("annals/schema", true, "fine"));
      assertTrue(comment.status("annals/schema", false, "x".repeat(500)));
      assertTrue(
          List.of("success", "SUCCESSFUL")
              .contains(host.statuses().get(0).get("state").asString()));
      assertTrue(
          List.of("failure", "failed", "FAILED")
              .contains(host.statuses().get(1).get("state").asString()));
      assertTrue(host.statuses().get(1).get("description").asString().length() <= 140);
    }
  }

  @Test
  void aHostThatIsBusyIsAskedAgain() throws Exception {
    try (CodeHost host = new CodeHost(Platform.GITHUB)) {
      host.busy(2);
      assertEquals(Outcome.CREATED, comment(host, Platform.GITHUB).write(MARKER, MARKER, true));
      host.busy(3);
      assertThrows(Problem.class, () -> comment(host, Platform.GITHUB).write(MARKER, MARKER, true));
    }
  }

  @Test
  void aCommentOfSomebodyElseThatBearsTheMarkerIsLeftAlone() throws Exception {
    try (CodeHost host = new CodeHost(Platform.GITHUB)) {
      host.foreign(host.say(MARKER + " I am first"));
      assertEquals(
          Outcome.CREATED, comment(host, Platform.GITHUB).write(MARKER, MARKER + "\nours", true));
      assertEquals(List.of(MARKER + " I am first", MARKER + "\nours"), host.comments());
    }
  }

  @Test
  void whereThereIsNoHost() {
    Target nowhere = new Target(Platform.GITHUB, "http://127.0.0.1:1", "a/b", "1", "", "", "t0k3n");
    Problem problem =
        assertThrows(
            Problem.class,
            () -> new StickyComment(nowhere, Duration.ZERO).write(MARKER, MARKER, true));
    assertTrue(problem.getMessage().contains("http://127.0.0.1:1"), problem.getMessage());
  }

  @Test
  void whereItGoesIsWhatTheJobSays(@TempDir Path temp) throws Exception {
    Path event = temp.resolve("event.json");
    Files.writeString(event, "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"feed0123\"}}}");
    Options none = new Options("", "", "", "");
    Target github =
        new TargetReader(
                Map.of(
                    "GITHUB_REPOSITORY", "ada/shop",
                    "GITHUB_EVENT_PATH", event.toString(),
                    "GITHUB_SHA", "0000merge",
                    "GITHUB_TOKEN", "secret"))
            .read(Platform.GITHUB, none);
    assertEquals("https://api.github.com", github.api());
    assertEquals("12", github.request());
    assertEquals("feed0123", github.commit());
    Target gitlab =
        new TargetReader(
                Map.of(
                    "CI_API_V4_URL", "https://git.example.org/api/v4/",
                    "CI_MERGE_REQUEST_PROJECT_ID", "42",
                    "CI_MERGE_REQUEST_IID", "3",
                    "CI_COMMIT_SHA", "abc"))
            .read(Platform.GITLAB, none);
    assertEquals("https://git.example.org/api/v4", gitlab.api());
    assertEquals("GitLab 42 #3", gitlab.toString());
    Target bitbucket =
        new TargetReader(Map.of("BITBUCKET_REPO_FULL_NAME", "ada/shop", "BITBUCKET_PR_ID", "9"))
            .read(Platform.BITBUCKET, none);
    assertEquals("9", bitbucket.request());
    Problem outside =
        assertThrows(Problem.class, () -> new TargetReader(Map.of()).read(Platform.GITHUB, none));
    assertTrue(outside.getMessage().contains("--repository"), outside.getMessage());
    assertThrows(
        Problem.class,
        () ->
            new TargetReader(Map.of())
                .read(Platform.GITHUB, new Options("http://x", "a/../b", "1", "")));
    assertThrows(
        Problem.class,
        () ->
            new TargetReader(Map.of())
                .read(Platform.GITHUB, new Options("http://x", "a/b", "1/../2", "")));
  }
}
