package dev.annals.ddl;

import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that make and alter publications. */
public final class PublicationDdl {

  private PublicationDdl() {}

  /** The statement that makes one, without the tables that it lists. */
  public static String create(Publication publication) {
    List<String> options = new ArrayList<>();
    if (!publication.publishes().equals(Publication.EVERYTHING)) {
      options.add(publishes(publication));
    }
    if (publication.viaRoot()) {
      options.add(viaRoot(publication));
    }
    if (!publication.generated().isEmpty()) {
      options.add(generated(publication));
    }
    String tables =
        publication.allTables()
            ? " FOR ALL TABLES"
            : publication.schemas().isEmpty() ? "" : " FOR " + schemas(publication.schemas());
    return "CREATE PUBLICATION "
        + Names.name(publication.name())
        + tables
        + (options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")");
  }

  /** The statement that lists a table. */
  public static String add(PublishedTable table) {
    return head(table)
        + "ADD TABLE "
        + relation(table)
        + (table.columns().isEmpty()
            ? ""
            : table.columns().stream()
                .map(Names::name)
                .collect(Collectors.joining(", ", " (", ")")))
        + (table.filter().isEmpty() ? "" : " WHERE (" + table.filter() + ")");
  }

  /** The statement that lists it no more. */
  public static String drop(PublishedTable table) {
    return head(table) + "DROP TABLE " + relation(table);
  }

  /** The statement that says what is sent, and how. */
  public static String set(Publication publication, String option) {
    return head(publication.name()) + "SET (" + option + ")";
  }

  /** The statement that adds name spaces, or takes them out. */
  public static String schemas(Publication publication, String verb, List<String> names) {
    return head(publication.name()) + verb + " " + schemas(names);
  }

  /** Which operations are sent. */
  public static String publishes(Publication publication) {
    return "publish = " + Names.text(String.join(", ", publication.publishes()));
  }

  /** As whose what happens to partitions is sent. */
  public static String viaRoot(Publication publication) {
    return "publish_via_partition_root = " + publication.viaRoot();
  }

  /** Which generated columns are sent. */
  public static String generated(Publication publication) {
    return "publish_generated_columns = "
        + (publication.generated().isEmpty() ? "none" : publication.generated());
  }

  private static String schemas(List<String> names) {
    return names.stream()
        .map(Names::name)
        .collect(Collectors.joining(", ", "TABLES IN SCHEMA ", ""));
  }

  private static String head(PublishedTable table) {
    return head(table.publication());
  }

  private static String head(String publication) {
    return "ALTER PUBLICATION " + Names.name(publication) + " ";
  }

  /** Alone: tables that inherit from it are listed by themselves. */
  private static String relation(PublishedTable table) {
    return "ONLY " + Names.name(table.schema(), table.table());
  }
}
