package dev.annals.judge.rules;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What publications do to writers of the tables in them: the server refuses an UPDATE or DELETE
 * that is to be sent where it could not say of which row (execReplication.c,
 * CheckCmdReplicaIdentity).
 */
final class Replication {

  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*+'|\"((?:[^\"]|\"\")++)\"|([\\p{L}_][\\p{L}\\p{N}_$]*+)");

  private final Schema schema;

  Replication(Schema schema) {
    this.schema = schema;
  }

  /** The tables that a publication sends, by list, name space or all. */
  Stream<Table> tables(Publication publication) {
    return schema.all(Table.class).filter(table -> sends(publication, table));
  }

  /** True where a publication sends what happens to the table. */
  boolean sends(Publication publication, Table table) {
    return publication.takes(table) || entry(publication, table).isPresent();
  }

  private Optional<PublishedTable> entry(Publication publication, Table table) {
    return schema
        .find(
            new PublishedTable(table.schema(), table.name(), publication.name(), List.of(), "")
                .ref())
        .map(PublishedTable.class::cast);
  }

  /** What of UPDATE and DELETE the server refuses for the table, because of any publication. */
  List<String> refused(ObjectRef ref) {
    Optional<Table> table = schema.table(ref.schema(), ref.name());
    if (table.isEmpty()) {
      return List.of();
    }
    List<String> refused = new ArrayList<>();
    for (String operation : List.of("update", "delete")) {
      if (schema
          .all(Publication.class)
          .filter(publication -> publication.publishes().contains(operation))
          .anyMatch(publication -> stops(publication, table.get()))) {
        refused.add(operation.toUpperCase(Locale.ROOT));
      }
    }
    return refused;
  }

  private boolean stops(Publication publication, Table table) {
    if (!sends(publication, table)) {
      return false;
    }
    boolean whole = table.replicaIdentity().equals("full");
    Optional<Set<String>> identity = whole ? Optional.of(Set.of()) : identity(table);
    if (identity.isEmpty()) {
      return true;
    }
    PublishedTable entry = entry(publication, table).orElse(null);
    if (entry == null) {
      return false;
    }
    boolean missing =
        !entry.columns().isEmpty() && (whole || !entry.columns().containsAll(identity.get()));
    return missing || (!whole && !identity.get().containsAll(filtered(entry, table)));
  }

  /** The columns by which a row is told apart; nothing where there are none. */
  private Optional<Set<String>> identity(Table table) {
    String said = table.replicaIdentity();
    if (said.equals("nothing")) {
      return Optional.empty();
    }
    if (said.startsWith("index ")) {
      String name = said.substring("index ".length());
      return Stream.concat(
              schema.partsOf(table.schema(), table.name(), Key.class).stream()
                  .filter(key -> key.name().equals(name))
                  .map(Key::columns),
              schema.partsOf(table.schema(), table.name(), Index.class).stream()
                  .filter(index -> index.name().equals(name))
                  .map(Index::keys))
          .findFirst()
          .map(columns -> columns.stream().map(Replication::bare).collect(Collectors.toSet()));
    }
    return schema
        .primaryKey(table.schema(), table.name())
        .filter(key -> key.deferrable().isEmpty())
        .map(key -> Set.copyOf(key.columns()));
  }

  /** An index's key without the quotation marks that the server puts around odd names. */
  private static String bare(String key) {
    return key.startsWith("\"") && key.endsWith("\"") && key.length() > 1
        ? key.substring(1, key.length() - 1).replace("\"\"", "\"")
        : key;
  }

  private Set<String> filtered(PublishedTable entry, Table table) {
    Set<String> columns =
        schema.columns(table.schema(), table.name()).stream()
            .map(Column::name)
            .collect(Collectors.toSet());
    Set<String> used = new HashSet<>();
    Matcher words = WORD.matcher(entry.filter());
    while (words.find()) {
      String quoted = words.group(1);
      String word = quoted != null ? quoted.replace("\"\"", "\"") : words.group(2);
      if (word != null && columns.contains(word)) {
        used.add(word);
      }
    }
    return used;
  }
}
