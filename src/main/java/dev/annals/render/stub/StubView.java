package dev.annals.render.stub;

import java.util.List;

/**
 * What the template of a first page sees; every text is Markdown, those of the front matter YAML.
 *
 * @param key what the page is about: {@code table} or {@code view}
 * @param name its name, as YAML
 * @param area its subject area, as YAML; empty where it is not known
 * @param stub nobody has written yet why it is there
 * @param why what somebody has written elsewhere; may be empty
 * @param source where that was taken from; empty where nothing was
 * @param comment lines of the comment that the database holds
 * @param story the migrations that made it, oldest first
 * @param more how many further migrations changed it
 * @param neighbours one line each
 * @param questions one line each
 * @param columns notes on columns
 * @param version the last migration of all
 */
public record StubView(
    String key,
    String name,
    String area,
    boolean stub,
    String why,
    String source,
    List<String> comment,
    List<Chapter> story,
    int more,
    List<String> neighbours,
    List<String> questions,
    List<ColumnText> columns,
    String version) {

  public StubView {
    comment = List.copyOf(comment);
    story = List.copyOf(story);
    neighbours = List.copyOf(neighbours);
    questions = List.copyOf(questions);
    columns = List.copyOf(columns);
  }

  /**
   * What one migration did.
   *
   * @param line which, when, by whom
   * @param said lines of its leading comment
   */
  public record Chapter(String line, List<String> said) {
    public Chapter {
      said = List.copyOf(said);
    }
  }

  /** A note on a column. */
  public record ColumnText(String name, String text) {}
}
