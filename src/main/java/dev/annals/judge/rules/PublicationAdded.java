package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import java.util.List;
import java.util.Optional;

/** A new publication. */
final class PublicationAdded implements VerdictRule {

  /** More tables are counted. */
  private static final int TOLD = 3;

  @Override
  public String id() {
    return "publication-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Publication.class)
        .map(
            publication ->
                new Ruling(this, NON_BREAKING)
                    .lock(lists(publication, context) ? SHARE_UPDATE_EXCLUSIVE : Lock.NONE)
                    .says(the(publication) + " is new" + what(publication, context)));
  }

  private static String what(Publication publication, ChangeContext context) {
    if (publication.allTables()) {
      return ": it sends all tables";
    }
    List<String> tables =
        publication.listed(context.after()).map(table -> table.tableRef().display()).toList();
    if (!tables.isEmpty()) {
      String told =
          tables.size() > TOLD
              ? tables.size() + " tables"
              : (tables.size() == 1 ? "table " : "tables ") + Words.list(tables);
      return ": it sends " + told + schemas(publication, " and ");
    }
    return schemas(publication, ": it sends ");
  }

  private static String schemas(Publication publication, String before) {
    List<String> names = publication.schemas();
    return names.isEmpty() ? "" : before + PublicationWords.allOf(names);
  }

  /** True where a table that was there is locked because the publication lists it. */
  static boolean lists(Publication publication, ChangeContext context) {
    return publication
        .listed(context.after())
        .map(PublishedTable::tableRef)
        .anyMatch(table -> context.before().find(context.formerly(table)).isPresent());
  }
}
