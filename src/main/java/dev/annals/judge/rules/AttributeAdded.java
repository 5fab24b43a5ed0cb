package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Attribute;
import java.util.Optional;

/** A composite type with one part more. */
final class AttributeAdded implements VerdictRule {

  @Override
  public String id() {
    return "attribute-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Attribute.class)
        .map(
            attribute ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(
                        Types.isUsed(attribute.composite(), attribute.schema(), context.before())
                            ? ACCESS_EXCLUSIVE
                            : Lock.NONE)
                    .note("Row values and drivers that map the type by position fail")
                    .says(the(attribute) + " is new"));
  }
}
