package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.witness.Side;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a subscriber asks the server that publishes, and what writers of published tables send. A
 * scratch server has no subscribers: the statements are those that one sends when it is made,
 * refreshed, or copies a table.
 */
final class PublicationProbes {

  /** So many tables of a publication are asked about. */
  private static final int TABLES = 8;

  private PublicationProbes() {}

  /** A publication, or a table in one, that is not there any more. */
  static void gone(SchemaObject object, Questions questions) {
    if (object instanceof PublishedTable table) {
      listed(table, questions);
    } else {
      questions.run(
          Side.READER,
          List.of(),
          "SELECT count(*) FROM pg_get_publication_tables(" + Sql.text(object.ref().name()) + ")",
          object.ref().name());
    }
  }

  /** A publication, or a table in one, of which less may be sent. */
  static void less(Change.Altered altered, Questions questions) {
    String name = Sql.text(altered.before().ref().name());
    switch (altered.property()) {
      case PUBLISHES ->
          asked("SELECT pubinsert, pubupdate, pubdelete, pubtruncate", name, questions);
      case PUBLISHED_GENERATED -> asked("SELECT pubgencols", name, questions);
      case ALL_TABLES, SCHEMAS ->
          questions.run(
              Side.READER,
              List.of(),
              "SELECT schemaname, tablename FROM pg_publication_tables WHERE pubname = "
                  + name
                  + " ORDER BY schemaname, tablename",
              "");
      case COLUMNS -> listed("attnames", (PublishedTable) altered.before(), questions);
      case ROW_FILTER -> listed("rowfilter", (PublishedTable) altered.before(), questions);
      default -> {}
    }
  }

  private static void asked(String select, String name, Questions questions) {
    String sql = select + " FROM pg_publication WHERE pubname = " + name;
    questions.run(Side.READER, List.of(), sql, "");
  }

  private static void listed(PublishedTable table, Questions questions) {
    listed("count(*)", table, questions);
  }

  private static void listed(String what, PublishedTable table, Questions questions) {
    questions.run(
        Side.READER,
        List.of(),
        "SELECT %s FROM pg_publication_tables WHERE pubname = %s AND schemaname = %s AND tablename = %s"
            .formatted(
                what,
                Sql.text(table.publication()),
                Sql.text(table.schema()),
                Sql.text(table.table())),
        "");
  }

  /** Updates and deletes that the server may refuse from now on. */
  static void refused(SchemaObject now, Questions questions) {
    tables(now, questions)
        .filter(table -> questions.before().find(table).isPresent())
        .limit(TABLES)
        .forEach(
            table -> {
              String name = Sql.name(table);
              questions.before().columns(table.schema(), table.name()).stream()
                  .filter(column -> column.generated().isEmpty())
                  .findFirst()
                  .map(Column::name)
                  .map(Sql::name)
                  .ifPresent(
                      column ->
                          questions.planned(
                              Side.WRITER,
                              "UPDATE " + name + " SET " + column + " = DEFAULT",
                              table.name()));
              questions.planned(Side.WRITER, "DELETE FROM " + name, table.name());
            });
  }

  private static Stream<ObjectRef> tables(SchemaObject object, Questions questions) {
    if (object instanceof Publication publication) {
      return Stream.concat(
          publication.listed(questions.after()).map(PublishedTable::tableRef),
          questions.after().all(Table.class).filter(publication::takes).map(Table::ref));
    }
    return Stream.of(ObjectRef.table(object.ref().schema(), object.ref().owner()));
  }
}
