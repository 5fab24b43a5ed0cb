package dev.annals.model.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * An exclusion constraint.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param columns the columns that it reads
 * @param deferrable empty, {@code DEFERRABLE} or {@code DEFERRABLE INITIALLY DEFERRED}
 * @param options storage parameters of its index
 * @param tablespace where its index is; empty for the default one
 * @param definition the server's own text of it, without its name
 * @param comment its comment; empty where there is none
 */
public record Exclusion(
    String schema,
    String table,
    String name,
    List<String> columns,
    String deferrable,
    SortedMap<String, String> options,
    String tablespace,
    String definition,
    String comment)
    implements SchemaObject {

  /** What the definition says of the index: that is told by properties of its own. */
  private static final Pattern SETTINGS =
      Pattern.compile(
          " WITH \\((?:[a-z_]+=(?:'[^']*'|\\w+)(?:, )?)+\\)| USING INDEX TABLESPACE (?:\\w+|\"[^\"]*\")");

  public Exclusion {
    columns = List.copyOf(columns);
    options = Options.copy(options);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.EXCLUSION, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.DEFINITION, SETTINGS.matcher(definition).replaceAll(""))
        .and(Property.DEFERRABLE, deferrable)
        .and(Property.OPTIONS, options)
        .and(Property.TABLESPACE, tablespace)
        .and(Property.COMMENT, comment)
        .build();
  }
}
