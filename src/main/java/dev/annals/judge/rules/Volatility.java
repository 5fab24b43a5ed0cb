package dev.annals.judge.rules;

import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an expression gives another value for every row. The built-in names are those that {@code
 * pg_proc} calls volatile and that make sense as a default (PostgreSQL 17). A volatile SQL function
 * that the server inlines to a constant is not: only a replay knows that.
 */
final class Volatility {

  private static final Pattern CALL = Pattern.compile("([a-z_][a-z0-9_.]*)\\s*\\(");
  private static final Set<String> BUILT_IN =
      Set.of(
          "gen_random_uuid",
          "uuidv4",
          "uuidv7",
          "uuid_generate_v1",
          "uuid_generate_v1mc",
          "uuid_generate_v4",
          "random",
          "random_normal",
          "clock_timestamp",
          "timeofday",
          "nextval",
          "currval",
          "lastval",
          "setval",
          "gen_random_bytes",
          "gen_salt");

  private Volatility() {}

  /** True where the expression calls a function that is known to be volatile. */
  static boolean isVolatile(String expression, Schema schema) {
    Matcher call = CALL.matcher(expression.toLowerCase(Locale.ROOT));
    while (call.find()) {
      String name = call.group(1).substring(call.group(1).lastIndexOf('.') + 1);
      if (BUILT_IN.contains(name) || isVolatileRoutine(name, schema)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVolatileRoutine(String name, Schema schema) {
    return schema
        .all(Routine.class)
        .anyMatch(routine -> routine.name().equals(name) && isVolatile(routine));
  }

  private static boolean isVolatile(Routine routine) {
    return routine.volatility().equals("volatile");
  }
}
