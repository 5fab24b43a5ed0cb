package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.EXACT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A table that a publication lists no more. */
final class TableUnpublished implements VerdictRule {

  @Override
  public String id() {
    return "table-unpublished";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, PublishedTable.class)
        .map(table -> verdict(table, isSentAnyway(table, context)));
  }

  private Verdict verdict(PublishedTable table, boolean anyway) {
    return new Ruling(this, anyway ? EQUIVALENT : BREAKING)
        .readers(anyway ? NONE : SILENT)
        .lock(SHARE_UPDATE_EXCLUSIVE)
        .reversible(anyway ? EXACT : WITH_CARE)
        .noteIf(!anyway, "Subscribers keep its rows, and miss what happens to them from now on")
        .says(
            PublicationWords.of(table)
                + (anyway ? " no longer lists " : " no longer sends ")
                + PublicationWords.table(table)
                + (anyway ? ", and sends it all the same" : ""));
  }

  private static boolean isSentAnyway(PublishedTable listed, ChangeContext context) {
    Optional<Table> table = context.after().table(listed.schema(), listed.table());
    return context
        .after()
        .find(listed.publicationRef())
        .map(Publication.class::cast)
        .filter(publication -> table.filter(publication::takes).isPresent())
        .isPresent();
  }
}
