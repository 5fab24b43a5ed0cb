package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A table that left a view under its old name. */
final class TableRenamedBehindView implements VerdictRule {

  @Override
  public String id() {
    return "table-renamed-behind-view";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Table.class)
        .filter(pair -> leftView(pair.before(), context))
        .map(
            pair ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("TRUNCATE, COPY and LOCK need the table's new name")
                    .says(
                        the(pair.before())
                            + " is now called "
                            + pair.after().name()
                            + " and a view has its old name"));
  }

  private static boolean leftView(Table table, ChangeContext context) {
    return context
        .after()
        .find(ObjectRef.of(ObjectKind.VIEW, table.schema(), table.name()))
        .map(view -> ((View) view).updatable())
        .orElse(false);
  }
}
