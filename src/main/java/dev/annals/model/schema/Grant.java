package dev.annals.model.schema;

import java.util.List;

/**
 * What one role may do with one object, beyond what its owner may. Privileges that are held with
 * grant option end in {@code *}.
 *
 * @param schema the name space of the object
 * @param on what kind of object
 * @param object the object, as in {@code orders}, {@code orders.total} or {@code f(integer)}
 * @param grantee the role; {@code public} for all
 * @param privileges sorted: {@code INSERT}, {@code SELECT}, …
 */
public record Grant(
    String schema, ObjectKind on, String object, String grantee, List<String> privileges)
    implements SchemaObject {

  public Grant {
    privileges = privileges.stream().sorted().toList();
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.GRANT, schema, object, grantee);
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
