package dev.annals.app.comment;

import dev.annals.app.Progress;
import dev.annals.model.Problem;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Severity;
import dev.annals.publish.comment.Platform;
import dev.annals.publish.comment.StickyComment;
import dev.annals.publish.comment.Target;
import dev.annals.publish.comment.TargetReader;
import dev.annals.render.diff.DiffMarkdown;
import dev.annals.render.diff.DiffMarkdown.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Puts a preview into one comment on its pull request, and sets a status on its commit. */
public final class PostComment {

  private static final String ARTEFACT = "annals-diff.md";
  private static final String CONTEXT = "annals/schema";

  private final Request request;
  private final Map<String, String> environment;
  private final Progress progress;

  /**
   * What a user asked for.
   *
   * @param platform the code host
   * @param options what a user says about where
   * @param key tells several previews on one pull request apart; may be empty
   * @param status whether the commit gets a status, too
   * @param folder where the comment is left where it may not be written
   */
  public record Request(
      Platform platform, TargetReader.Options options, String key, boolean status, Path folder) {

    Form form() {
      return new Form(key, platform.limit(), platform.rich());
    }
  }

  /** Posts with the variables of this environment. */
  public PostComment(Request request, Map<String, String> environment, Progress progress) {
    this.request = request;
    this.environment = Map.copyOf(environment);
    this.progress = progress;
  }

  /**
   * Where it will go: to be asked before the work begins.
   *
   * @throws Problem if neither options nor variables tell
   */
  public Target target() {
    return new TargetReader(environment).read(request.platform(), request.options());
  }

  /**
   * Posts a preview. Where it changes nothing, no comment is begun for it.
   *
   * @param good whether the preview is below what counts as a failure
   */
  public void preview(Preview preview, boolean good) {
    boolean something =
        !preview.changes().isEmpty() || !preview.files().isEmpty() || !preview.findings().isEmpty();
    String words =
        "Schema %s → %s (%s), %s"
            .formatted(
                preview.from(),
                preview.to(),
                preview.bump().label(preview.changes()),
                preview.breaking() == 0 ? "nothing breaks" : preview.breaking() + " breaking");
    boolean errors =
        preview.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR);
    post(DiffMarkdown.of(preview, request.form()), something);
    status(good && !errors, words);
  }

  /** Posts that there is none. */
  public void failure(Problem problem) {
    post(DiffMarkdown.failure(problem.getMessage(), problem.advice(), request.form()), true);
    status(false, "The schema could not be previewed");
  }

  private void post(String text, boolean create) {
    Target target = target();
    StickyComment comment = new StickyComment(target);
    switch (comment.write(request.form().marker(), text, create)) {
      case CREATED -> progress.done("commented on " + target);
      case UPDATED -> progress.done("brought the comment on " + target + " up to date");
      case NOT_NEEDED -> progress.done("nothing to comment on " + target);
      case FORBIDDEN -> instead(target, text);
    }
  }

  /** A fork's token may only read: whoever looks at the job finds the preview there. */
  private void instead(Target target, String text) {
    String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    Path artefact = request.folder().resolve(ARTEFACT);
    try {
      if (!summary.isEmpty()) {
        Files.writeString(
            Path.of(summary), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      Files.writeString(artefact, text);
    } catch (IOException e) {
      throw Problem.failure(
          "leaving the preview where " + target + " may not be written to: " + e.getMessage(),
          "Check the folder and the space that is left.",
          e);
    }
    progress.note(
        "%s, so the preview is in %s%s"
            .formatted(
                target.token().isEmpty()
                    ? "there is no token for " + target
                    : "the token may not write to " + target + " (as for a fork)",
                ARTEFACT,
                summary.isEmpty() ? "" : " and in the job's summary"));
  }

  private void status(boolean good, String words) {
    if (!request.status()) {
      return;
    }
    Target target = target();
    if (!new StickyComment(target).status(context(), good, words)) {
      progress.note("the token may not set a status on " + target.commit());
    }
  }

  private String context() {
    return request.key().isEmpty() ? CONTEXT : CONTEXT + "/" + request.key();
  }
}
