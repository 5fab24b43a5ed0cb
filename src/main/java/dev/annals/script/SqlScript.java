package dev.annals.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of a script, taken apart as far as its statements and comments. Nothing is understood of
 * them: that is left to a server.
 *
 * @param statements in order
 * @param comments in order
 */
public record SqlScript(List<Statement> statements, List<Comment> comments) {

  private static final int MOST = 500;

  private static final Map<String, SqlScript> LATELY = new ConcurrentHashMap<>();

  public SqlScript {
    statements = List.copyOf(statements);
    comments = List.copyOf(comments);
  }

  /** Takes a text apart. Several ask for the same ones: the last few are remembered. */
  public static SqlScript of(String sql) {
    SqlScript known = LATELY.get(sql);
    if (known == null) {
      known = new SqlReader(sql).read();
      if (LATELY.size() >= MOST) {
        LATELY.clear();
      }
      LATELY.put(sql, known);
    }
    return known;
  }

  /** The statement that has its first or a later line there; nothing between statements. */
  public Optional<Statement> at(int line) {
    // they stand one behind the other
    int low = 0;
    int high = statements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (statements.get(middle).last() < line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < statements.size() && statements.get(low).first() <= line
        ? Optional.of(statements.get(low))
        : Optional.empty();
  }

  /** The first statement that begins on that line or below. */
  public Optional<Statement> from(int line) {
    return statements.stream().filter(each -> each.first() >= line).findFirst();
  }

  /**
   * One statement.
   *
   * @param first the line of its first word, counted from 1
   * @param last the line of its end
   * @param code its text, with spaces in the place of comments and of what stands in quotes or
   *     dollars; names in double quotes stay
   * @param text its text, with spaces in the place of comments
   */
  public record Statement(int first, int last, String code, String text) {}

  /**
   * One comment.
   *
   * @param line the line of its beginning, counted from 1
   * @param text without the signs around it
   */
  public record Comment(int line, String text) {}
}
