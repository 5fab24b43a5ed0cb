package dev.annals.judge.reverse;

import dev.annals.ddl.Names;
import dev.annals.model.schema.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How values of one type become values of another. Types of one family are cast directly; every
 * other way leads over text, which PostgreSQL knows for all types ("CREATE CAST", I/O conversion).
 */
final class Conversions {

  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
          Set.of("integer", "boolean"),
          Set.of(
              "date",
              "timestamp without time zone",
              "timestamp with time zone",
              "time without time zone",
              "time with time zone"),
          Set.of("json", "jsonb"),
          Set.of("inet", "cidr"),
          Set.of("bit", "bit varying"),
          Set.of("text", "character varying", "character", "name"));

  private Conversions() {}

  /** The expression that makes a value of the second column's type of the first column's. */
  static String between(Column from, Column to) {
    String name = Names.name(to.name());
    String a = base(from.type());
    String b = base(to.type());
    boolean direct =
        a.equals(b)
            || FAMILIES.stream().anyMatch(family -> family.contains(a) && family.contains(b));
    return name + (direct || isText(a) || isText(b) ? "::" : "::text::") + to.type();
  }

  private static boolean isText(String type) {
    return type.equals("text") || type.equals("character varying");
  }

  private static String base(String type) {
    return type.replaceAll("\\([^)]*\\)", "").toLowerCase(Locale.ROOT);
  }
}
