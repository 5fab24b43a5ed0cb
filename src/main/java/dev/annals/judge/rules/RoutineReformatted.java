package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import java.util.Optional;

/** A body that only looks different. */
final class RoutineReformatted implements VerdictRule {

  @Override
  public String id() {
    return "routine-reformatted";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Routine.class, Property.BODY)
        .filter(altered -> layout(altered.from()).equals(layout(altered.to())))
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .says(the(altered.after()) + " is laid out differently and says the same"));
  }

  /** A text with quotation marks is left alone: blanks inside of them count. */
  private static String layout(String body) {
    return body.contains("'") || body.contains("--") ? body : body.strip().replaceAll("\\s+", " ");
  }
}
