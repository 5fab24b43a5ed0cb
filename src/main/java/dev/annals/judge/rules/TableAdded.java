package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.SHARE_ROW_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Table;
import java.util.List;
import java.util.Optional;

/** A new table. */
final class TableAdded implements VerdictRule {

  @Override
  public String id() {
    return "table-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Table.class).map(table -> verdict(table, context));
  }

  private Verdict verdict(Table table, ChangeContext context) {
    List<String> parents =
        context.after().foreignKeys(table.schema(), table.name()).stream()
            .filter(
                key -> context.formerRelation(key.targetSchema(), key.targetTable()).isPresent())
            .map(ForeignKey::targetTable)
            .distinct()
            .toList();
    return new Ruling(this, NON_BREAKING)
        .lock(parents.isEmpty() ? Lock.NONE : SHARE_ROW_EXCLUSIVE)
        .noteIf(
            !parents.isEmpty(),
            "Its foreign keys keep writers of " + list(parents) + " out for a moment")
        .says(the(table) + " is new");
  }
}
