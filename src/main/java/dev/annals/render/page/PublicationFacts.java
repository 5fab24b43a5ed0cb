package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.render.html.Html;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.SentView;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What is told of a publication on its page. */
final class PublicationFacts {

  /** More tables of a whole schema are not listed one by one. */
  private static final int FEW = 300;

  private PublicationFacts() {}

  /** What it sends, and how. */
  static List<Fact> of(Publication publication) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Sends", Html.escape(String.join(", ", publication.publishes()))));
    if (publication.allTables()) {
      facts.add(new Fact("Tables", "all, those that come later, too"));
    }
    if (!publication.schemas().isEmpty()) {
      facts.add(new Fact("All tables of", Html.escape(String.join(", ", publication.schemas()))));
    }
    if (publication.viaRoot()) {
      facts.add(new Fact("Partitions", "sent as their partitioned table"));
    }
    if (!publication.generated().isEmpty()) {
      facts.add(new Fact("Generated columns", Html.escape(publication.generated())));
    }
    return facts;
  }

  /** The tables that it lists, where it does not send all of each: what it sends of them. */
  static List<SentView> sent(
      Schema schema, Publication publication, Function<ObjectRef, String> links) {
    List<PublishedTable> listed = publication.listed(schema).toList();
    return listed.stream().allMatch(table -> table.columns().isEmpty() && table.filter().isEmpty())
        ? List.of()
        : StreamSupport.stream(tables(schema, publication).spliterator(), false)
            .map(
                table ->
                    listed.stream()
                        .filter(one -> one.tableRef().equals(table))
                        .findFirst()
                        .orElse(
                            new PublishedTable(
                                table.schema(), table.name(), publication.name(), List.of(), "")))
            .map(
                table ->
                    new SentView(
                        new Link(table.tableRef().display(), links.apply(table.tableRef())),
                        String.join(", ", table.columns()),
                        SqlHighlighter.html(table.filter())))
            .toList();
  }

  /** The tables that it lists, and all of its schemas where these are few. */
  static Iterable<ObjectRef> tables(Schema schema, Publication publication) {
    TreeSet<ObjectRef> tables = new TreeSet<>();
    publication.listed(schema).map(PublishedTable::tableRef).forEach(tables::add);
    List<ObjectRef> taken =
        publication.allTables()
            ? List.of()
            : schema.all(Table.class).filter(publication::takes).map(Table::ref).toList();
    if (taken.size() <= FEW) {
      tables.addAll(taken);
    }
    return tables;
  }
}
