package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A column of a view with another type. */
final class ViewColumnTypeChanged implements VerdictRule {

  @Override
  public String id() {
    return "view-column-type-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.TYPE, Property.COLLATION)
        .filter(altered -> context.ofView(altered.after()))
        .map(altered -> verdict(change, altered, context));
  }

  private Verdict verdict(Change change, Alteration<Column> altered, ChangeContext context) {
    boolean wider = TypeChange.of(change, context, Conversion.SAME_BYTES).isPresent();
    if (wider) {
      return new Ruling(this, NON_BREAKING)
          .readers(CONDITIONAL)
          .lock(ACCESS_EXCLUSIVE)
          .note("Readers with room for no more than the old type can meet longer values")
          .says(
              "type of %s %s: there is more room and no value changes"
                  .formatted(the(altered.after()), altered.course()));
    }
    return new Ruling(this, BREAKING)
        .readers(BREAKS)
        .writers(CONDITIONAL)
        .lock(ACCESS_EXCLUSIVE)
        .note("Of the writers only those through the view can notice")
        .instead("Add a further column with the new type at the end of the view")
        .says(altered.property().label() + " of " + the(altered.after()) + " " + altered.course());
  }
}
