package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** What else can differ about a column of a view. */
final class ViewColumnDetailChanged implements VerdictRule {

  @Override
  public String id() {
    return "view-column-detail-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.of(change)
        .filter(any -> subject(any) instanceof Column column && context.ofView(column))
        .map(any -> verdict((Column) subject(any), any));
  }

  private Verdict verdict(Column column, Change change) {
    String detail =
        change instanceof Change.Altered altered ? altered.property().label() : "identity";
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(CONDITIONAL)
        .writers(CONDITIONAL)
        .lock(ACCESS_EXCLUSIVE)
        .note("Only inserts through the view, or readers by position, can notice")
        .says(detail + " of " + the(column) + ", a column of a view, is different");
  }

  private static SchemaObject subject(Change change) {
    if (change instanceof Change.Altered altered && altered.property() != Property.COMMENT) {
      return altered.after();
    }
    return change instanceof Change.Recreated recreated ? recreated.after() : Words.NOTHING;
  }
}
