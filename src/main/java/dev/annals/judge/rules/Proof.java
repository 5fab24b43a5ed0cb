package dev.annals.judge.rules;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the schema before already made sure of, so that a new constraint changes nothing. */
final class Proof {

  private Proof() {}

  /**
   * True where a validated and enforced check of the schema before rejects null in that column
   * (PostgreSQL documentation, ALTER TABLE: "if a valid CHECK constraint is found which proves no
   * NULL can exist, then the table scan is skipped").
   */
  static boolean keepsNullOut(Column column, ChangeContext context) {
    return context.before().partsOf(column.schema(), column.relation(), Check.class).stream()
        .filter(check -> check.validated() && check.enforced())
        .anyMatch(check -> saysNotNull(check.expression(), column.name()));
  }

  /** True for a condition of which one part, joined by AND, is that the column is not null. */
  private static boolean saysNotNull(String expression, String column) {
    if (expression.toLowerCase(Locale.ROOT).contains(" or ")) {
      return false;
    }
    String name = Pattern.quote(column) + "|" + Pattern.quote("\"" + column + "\"");
    return Pattern.compile("(^|\\(|\\bAND )\\(*(" + name + ") IS NOT NULL\\)*($| AND )")
        .matcher(expression)
        .find();
  }
}
