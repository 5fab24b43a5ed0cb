package dev.annals.model.schema;

import java.util.List;

/**
 * A row-level security policy.
 *
 * @param schema the name space it lives in
 * @param table the table it belongs to
 * @param name its name
 * @param permissive false for a restrictive one
 * @param command {@code ALL}, {@code SELECT}, …
 * @param roles whom it holds for; {@code public} for all
 * @param using which rows are seen; empty where it does not say
 * @param withCheck which rows may be written; empty where it does not say
 * @param comment its comment; empty where there is none
 */
public record Policy(
    String schema,
    String table,
    String name,
    boolean permissive,
    String command,
    List<String> roles,
    String using,
    String withCheck,
    String comment)
    implements SchemaObject {

  public Policy {
    roles = roles.stream().sorted().toList();
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.POLICY, schema, table, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.PERMISSIVE, permissive)
        .and(Property.COMMAND, command)
        .and(Property.ROLES, roles)
        .and(Property.USING, using)
        .and(Property.WITH_CHECK, withCheck)
        .and(Property.COMMENT, comment)
        .build();
  }
}
