package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** An index that serves other statements. */
final class IndexRedefined implements VerdictRule {

  @Override
  public String id() {
    return "index-redefined";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change,
            Index.class,
            Property.COLUMNS,
            Property.PREDICATE,
            Property.METHOD,
            Property.INCLUDE)
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .instead("Build the new index CONCURRENTLY under another name")
                    .says(
                        the(altered.after())
                            + " changes from "
                            + text(altered.property(), altered.from())
                            + " to "
                            + text(altered.property(), altered.to())));
  }

  private static String text(Property property, String value) {
    if (property == Property.COLUMNS) {
      return "(" + value + ")";
    }
    return value.isEmpty() ? "no " + property.label() : property.label() + " " + value;
  }
}
