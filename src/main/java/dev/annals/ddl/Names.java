package dev.annals.ddl;

import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ObjectRef;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names as they have to stand in a statement. */
public final class Names {

  /** What a plain name may not be called (PostgreSQL documentation, "SQL Key Words"). */
  private static final Set<String> RESERVED =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization binary both
          case cast check collate collation column concurrently constraint create cross
          current_catalog current_date current_role current_schema current_time
          current_timestamp current_user default deferrable desc distinct do else end
          except false fetch for foreign freeze from full grant group having ilike in
          initially inner intersect into is isnull join lateral leading left like limit
          localtime localtimestamp natural not notnull null offset on only or order outer
          overlaps placing primary references returning right select session_user similar
          some symmetric system_user table tablesample then to trailing true union unique
          user using variadic verbose when where window with
          """
              .strip()
              .split("\\s+"));

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  private Names() {}

  /** A name, in quotation marks where it would not be read as it is. */
  public static String name(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name with its name space. */
  public static String name(String schema, String name) {
    return name(schema) + "." + name(name);
  }

  /** The address of an object that stands for itself, or of what a part belongs to. */
  public static String owner(ObjectRef ref) {
    return name(ref.schema(), ref.owner());
  }

  /** The name of a relation that was put together as {@link Dotted} does: {@code public.Orders}. */
  public static String relation(String text) {
    return owner(Dotted.table(text));
  }

  /** The name of a column that was put together likewise: {@code public.Orders.id}. */
  public static String column(String text) {
    ObjectRef ref = Dotted.column(text);
    return owner(ref) + "." + name(ref.name());
  }

  /** A role; everybody is a keyword, and so is the one that migrates. */
  public static String role(String role) {
    return role.equals("public")
        ? "PUBLIC"
        : role.equals(DefaultPrivilege.MIGRATING) ? "CURRENT_USER" : name(role);
  }

  /** A text literal. */
  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
