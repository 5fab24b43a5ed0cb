package dev.annals.cli;

import dev.annals.app.comment.PostComment;
import dev.annals.model.Problem;
import dev.annals.publish.comment.Platform;
import dev.annals.publish.comment.TargetReader;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a preview is commented. */
final class CommentOptions {

  @Option(
      names = "--comment",
      paramLabel = "HOST",
      description =
          "Write the preview as one comment on the pull request, or bring it up to date: github,"
              + " gitlab, bitbucket or gitea. The token comes from ANNALS_TOKEN, GITHUB_TOKEN,"
              + " GITLAB_TOKEN, BITBUCKET_TOKEN or GITEA_TOKEN.")
  Platform comment;

  @Option(
      names = "--set-status",
      description = "Set a status on the commit, too: a failure from --fail-on up, or on errors.")
  boolean status;

  @Option(
      names = "--comment-key",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Tells the comments of several projects on one pull request apart.")
  String key;

  @Option(
      names = "--repository",
      paramLabel = "OWNER/NAME",
      defaultValue = "",
      description = "The repository; by default what the CI says.")
  String repository;

  @Option(
      names = "--pull-request",
      paramLabel = "NUMBER",
      defaultValue = "",
      description = "The pull request; by default what the CI says.")
  String request;

  @Option(
      names = "--commit",
      paramLabel = "HASH",
      defaultValue = "",
      description = "The commit that gets the status; by default what the CI says.")
  String commit;

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "The address of the API; by default what the CI says.")
  String api;

  /** What is asked for; nothing where no comment is. */
  Optional<PostComment> post(AnnalsCommand annals) {
    if (comment == null) {
      if (status) {
        throw Problem.usage(
            "setting a status: the code host is not named", "Name it: --comment github.");
      }
      return Optional.empty();
    }
    PostComment post =
        new PostComment(
            new PostComment.Request(
                comment,
                new TargetReader.Options(api, repository, request, commit),
                key,
                status,
                annals.folder),
            annals.environment,
            annals.progress());
    post.target(); // what is missing is told before the work begins
    return Optional.of(post);
  }
}
