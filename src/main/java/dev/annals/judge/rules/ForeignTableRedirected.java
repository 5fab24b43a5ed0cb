package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.ddl.ForeignDdl;
import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A foreign table whose server is told otherwise where its rows are, or is another. */
final class ForeignTableRedirected implements VerdictRule {

  @Override
  public String id() {
    return "foreign-table-redirected";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.SERVER)
        .map(altered -> "server of " + the(altered.after()) + " " + altered.course())
        .or(
            () ->
                Facts.altered(change, Table.class, Property.OPTIONS)
                    .filter(altered -> !altered.after().server().isEmpty())
                    .map(altered -> "options of " + the(altered.after()) + " " + altered.parts()))
        .or(
            () ->
                Facts.altered(change, Column.class, Property.OPTIONS)
                    .filter(
                        altered ->
                            !ForeignDdl.told(altered.before())
                                .equals(ForeignDdl.told(altered.after())))
                    .map(altered -> "options of " + the(altered.after()) + " " + altered.parts()))
        .map(this::verdict);
  }

  private Verdict verdict(String summary) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .lock(ACCESS_EXCLUSIVE)
        .note("Statements go on, and may meet other rows")
        .says(summary);
  }
}
