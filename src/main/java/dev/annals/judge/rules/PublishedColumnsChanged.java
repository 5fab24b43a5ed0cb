package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.PublishedTable;
import java.util.List;
import java.util.Optional;

/** Which columns of a table a publication sends. */
final class PublishedColumnsChanged implements VerdictRule {

  @Override
  public String id() {
    return "published-columns-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, PublishedTable.class, Property.COLUMNS).map(this::verdict);
  }

  private Verdict verdict(Alteration<PublishedTable> altered) {
    List<String> now = Alteration.items(altered.to());
    boolean fewer =
        altered.gained() || (!altered.lost() && !now.containsAll(Alteration.items(altered.from())));
    return new Ruling(this, fewer ? BREAKING : POTENTIALLY_BREAKING)
        .readers(fewer ? SILENT : CONDITIONAL)
        .lock(SHARE_UPDATE_EXCLUSIVE)
        .note(
            fewer
                ? "Subscribers go on with old values, or none, in the columns that no longer come"
                : "Subscribers stop whose table lacks a column that comes now")
        .says(PublicationWords.of(altered.after()) + what(altered));
  }

  private static String what(Alteration<PublishedTable> altered) {
    List<String> then = Alteration.items(altered.from());
    List<String> now = Alteration.items(altered.to());
    String of = " of " + PublicationWords.table(altered.after());
    if (altered.lost()) {
      return " sends all columns" + of + ", not only " + Words.list(then);
    }
    if (altered.gained()) {
      return " sends only " + Words.list(now) + of;
    }
    List<String> gone = then.stream().filter(column -> !now.contains(column)).toList();
    List<String> come = now.stream().filter(column -> !then.contains(column)).toList();
    return (gone.isEmpty() ? "" : " no longer sends " + Words.list(gone))
        + (gone.isEmpty() || come.isEmpty() ? "" : " but")
        + (come.isEmpty() ? "" : " sends " + Words.list(come))
        + of
        + (gone.isEmpty() ? ", too" : "");
  }
}
