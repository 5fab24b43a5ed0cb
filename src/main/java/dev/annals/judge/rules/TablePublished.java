package dev.annals.judge.rules;

import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.PublishedTable;
import java.util.Optional;

/** A table that a publication lists from now on. */
final class TablePublished implements VerdictRule {

  @Override
  public String id() {
    return "table-published";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, PublishedTable.class)
        .map(
            table ->
                new Ruling(this, NON_BREAKING)
                    .lock(SHARE_UPDATE_EXCLUSIVE)
                    .note(
                        "Subscribers receive it after ALTER SUBSCRIPTION … REFRESH PUBLICATION, and"
                            + " need a table of that name by then")
                    .says(
                        PublicationWords.of(table)
                            + " sends "
                            + PublicationWords.table(table)
                            + " from now on"));
  }
}
