package dev.annals.model.schema;

import java.util.List;

/**
 * What one role will be allowed on objects that another role creates later.
 *
 * @param schema the name space; empty for all
 * @param role whose new objects; {@code current_user} for the role that migrates
 * @param on the sort of objects: tables, sequences, functions, types or name spaces
 * @param grantee the role that is allowed; {@code public} for all
 * @param privileges sorted; none where everybody has lost what is usually allowed
 */
public record DefaultPrivilege(
    String schema, String role, String on, String grantee, List<String> privileges)
    implements SchemaObject {

  /** The role that migrates, wherever roles are told: it has another name on every server. */
  public static final String MIGRATING = "current_user";

  public DefaultPrivilege {
    privileges = privileges.stream().sorted().toList();
  }

  /** True where it is about what the role that migrates will make. */
  public boolean isOwn() {
    return role.equals(MIGRATING);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.DEFAULT_PRIVILEGE, schema, role + " " + on, grantee);
  }

  @Override
  public Properties properties() {
    return Properties.builder().and(Property.PRIVILEGES, String.join(", ", privileges)).build();
  }

  @Override
  public String comment() {
    return "";
  }
}
