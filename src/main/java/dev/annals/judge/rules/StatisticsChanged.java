package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Statistics;
import java.util.Optional;

/** What the planner knows of columns, alone or together. */
final class StatisticsChanged implements VerdictRule {

  @Override
  public String id() {
    return "statistics-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Statistics.class)
        .map(statistics -> verdict(statistics, "are new"))
        .or(
            () ->
                Facts.dropped(change, Statistics.class)
                    .map(statistics -> verdict(statistics, "are gone")))
        .or(
            () ->
                Facts.altered(change, Statistics.class, Property.DEFINITION)
                    .map(altered -> verdict(altered.after(), "are defined otherwise")))
        .or(
            () ->
                Facts.altered(change, Column.class, Property.OPTIONS)
                    .map(
                        altered ->
                            verdict("settings of " + the(altered.after()), altered.parts())));
  }

  private Verdict verdict(Statistics statistics, String outcome) {
    return verdict(the(statistics), outcome);
  }

  private Verdict verdict(String subject, String outcome) {
    return new Ruling(this, EQUIVALENT).lock(SHARE_UPDATE_EXCLUSIVE).says(subject + " " + outcome);
  }
}
