package dev.annals.publish.comment;

/**
 * Where a comment goes. The token is never printed: {@link #toString} leaves it out.
 *
 * @param platform the code host
 * @param api the address of its API, without a slash at its end
 * @param repository {@code owner/name}, or GitLab's number or path of the project
 * @param request the number of the pull request
 * @param commit the commit that gets a status; may be empty
 * @param page the address that a status links to; may be empty
 * @param token what lets us in; empty where there is none
 */
public record Target(
    Platform platform,
    String api,
    String repository,
    String request,
    String commit,
    String page,
    String token) {

  @Override
  public String toString() {
    return platform.label() + " " + repository + " #" + request;
  }
}
