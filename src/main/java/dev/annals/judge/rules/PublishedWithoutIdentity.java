package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tables that were there, whose rows can be updated or deleted no more: a publication sends them.
 */
final class PublishedWithoutIdentity implements VerdictRule {

  /** What of a publication, of a table in it, and of the table decides. */
  private static final Set<Property> DECISIVE =
      EnumSet.of(
          Property.ALL_TABLES,
          Property.SCHEMAS,
          Property.PUBLISHES,
          Property.COLUMNS,
          Property.ROW_FILTER,
          Property.REPLICA_IDENTITY);

  @Override
  public String id() {
    return "published-without-identity";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    SchemaObject object = subject(change);
    if (!(object instanceof Publication
        || object instanceof PublishedTable
        || (object instanceof Table && change instanceof Change.Altered))) {
      return Optional.empty();
    }
    Replication now = new Replication(context.after());
    Replication then = new Replication(context.before());
    for (ObjectRef table : tables(object, now).toList()) {
      List<String> refused =
          now.refused(table).stream()
              .filter(operation -> !then.refused(context.formerly(table)).contains(operation))
              .toList();
      boolean old = context.before().find(context.formerly(table)).isPresent();
      if (old && !refused.isEmpty()) {
        return Optional.of(verdict(change, object, table, refused, context));
      }
    }
    return Optional.empty();
  }

  private static SchemaObject subject(Change change) {
    if (change instanceof Change.Added added) {
      return added.object();
    }
    return change instanceof Change.Altered altered && DECISIVE.contains(altered.property())
        ? altered.after()
        : Words.NOTHING;
  }

  private static Stream<ObjectRef> tables(SchemaObject object, Replication now) {
    if (object instanceof Publication publication) {
      return now.tables(publication).map(Table::ref);
    }
    return Stream.of(ObjectRef.table(object.ref().schema(), object.ref().owner()));
  }

  private Verdict verdict(
      Change change,
      SchemaObject object,
      ObjectRef table,
      List<String> refused,
      ChangeContext context) {
    String what =
        Words.list(refused) + " of " + table.display() + (refused.size() == 1 ? " fails" : " fail");
    Lock lock =
        object instanceof Table
            ? ACCESS_EXCLUSIVE
            : object instanceof PublishedTable
                    || (change instanceof Change.Added
                        && object instanceof Publication publication
                        && PublicationAdded.lists(publication, context))
                ? SHARE_UPDATE_EXCLUSIVE
                : Lock.NONE;
    return new Ruling(this, BREAKING)
        .writers(BREAKS)
        .lock(lock)
        .instead(
            "Give the table a primary key or a replica identity that the columns and rows sent allow"
                + " for, before it is published")
        .says(
            object instanceof Table
                ? what + ": its replica identity does not tell the rows apart that are sent"
                : what
                    + ", since "
                    + PublicationWords.of(object)
                    + " sends it without a"
                    + " replica identity that tells its rows apart");
  }
}
