package dev.annals.model.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one role may do with one object, beyond what its owner may. Privileges that are held with
 * grant option end in {@code *}.
 *
 * @param schema the name space of the object
 * @param on what kind of object
 * @param object the object, as in {@code orders}, {@code f(integer)} or, of a column with quotation
 *     marks where SQL needs them, {@code orders."Total"}
 * @param grantee the role; {@code public} for all
 * @param privileges sorted: {@code INSERT}, {@code SELECT}, …
 */
public record Grant(
    String schema, ObjectKind on, String object, String grantee, List<String> privileges)
    implements SchemaObject {

  private static final Pattern COLUMN =
      Pattern.compile("(\"(?:[^\"]|\"\")++\"|[^.\"]+)\\.(.*)", Pattern.DOTALL);

  public Grant {
    privileges = privileges.stream().sorted().toList();
  }

  /** The address of what it is on. */
  public ObjectRef target() {
    Matcher column = COLUMN.matcher(object);
    return on == ObjectKind.COLUMN && column.matches()
        ? new ObjectRef(on, schema, unquoted(column.group(1)), unquoted(column.group(2)))
        : ObjectRef.of(on, schema, object);
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
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
