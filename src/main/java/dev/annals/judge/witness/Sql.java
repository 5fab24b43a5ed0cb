package dev.annals.judge.witness;

import dev.annals.model.schema.ObjectRef;
import java.util.Set;

/** Writes names as they have to stand in a statement. */
final class Sql {

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

  private Sql() {}

  /** A name, in quotation marks where it would not be read as it is. */
  static String name(String name) {
    boolean plain = name.matches("[a-z_][a-z0-9_$]*") && !RESERVED.contains(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name with its name space, as far as people write it. */
  static String name(String schema, String name) {
    return schema.equals("public") || schema.isEmpty()
        ? name(name)
        : name(schema) + "." + name(name);
  }

  /** The address of an object that stands for itself. */
  static String name(ObjectRef ref) {
    return name(ref.schema(), ref.name());
  }

  /** A text literal. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
