package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.PublishedTable;
import java.util.Optional;

/** Which rows of a table a publication sends. */
final class RowFilterChanged implements VerdictRule {

  @Override
  public String id() {
    return "row-filter-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, PublishedTable.class, Property.ROW_FILTER)
        .map(
            altered ->
                new Ruling(this, altered.gained() ? BREAKING : POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .lock(SHARE_UPDATE_EXCLUSIVE)
                    .note(
                        altered.lost()
                            ? "Rows that were held back so far are not sent afterwards"
                            : "Rows that are not sent any more stay at the subscribers as they were")
                    .says(
                        PublicationWords.of(altered.after())
                            + " sends rows of "
                            + PublicationWords.table(altered.after())
                            + (altered.lost()
                                ? " without the filter " + altered.from()
                                : " only where "
                                    + altered.to()
                                    + (altered.gained() ? "" : ", not " + altered.from()))));
  }
}
