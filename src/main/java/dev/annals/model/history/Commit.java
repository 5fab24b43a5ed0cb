package dev.annals.model.history;

/**
 * A commit, as far as a page needs it.
 *
 * @param id the full hash
 * @param author the author's name; no address
 * @param date the author's day, {@code 2024-05-31}, in the author's own zone
 * @param subject the first line of the message
 */
public record Commit(String id, String author, String date, String subject) {

  /** Stands for "git does not say": outside a repository, or beyond a shallow clone's edge. */
  public static final Commit UNKNOWN = new Commit("", "", "", "");

  /** True where git said something. */
  public boolean known() {
    return !id.isEmpty();
  }

  /** The first eight characters of the hash. */
  public String shortId() {
    return id.length() > 8 ? id.substring(0, 8) : id;
  }
}
