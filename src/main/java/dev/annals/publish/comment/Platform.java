package dev.annals.publish.comment;

/** A code host on which pull requests are talked about. */
public enum Platform {
  GITHUB("GitHub", 65_000),
  GITLAB("GitLab", 65_000),
  BITBUCKET("Bitbucket", 32_000),
  GITEA("Gitea", 65_000);

  private final String label;
  private final int limit;

  Platform(String label, int limit) {
    this.label = label;
    this.limit = limit;
  }

  /** Its own name. */
  public String label() {
    return label;
  }

  /** How many characters a comment may have there. */
  public int limit() {
    return limit;
  }

  /** True where comments may have folded parts, diagrams and parts that nobody sees. */
  public boolean rich() {
    return this != BITBUCKET;
  }
}
