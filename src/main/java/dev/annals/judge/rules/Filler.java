package dev.annals.judge.rules;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Trigger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the trigger that gives new rows a value which their writers leave out. */
final class Filler {

  private static final Set<String> ACTIVE = Set.of("origin", "always");

  private static final Pattern ON_NEW_ROWS =
      Pattern.compile("(?s)^CREATE TRIGGER .*? BEFORE (?:[A-Z]+ OR )*INSERT\\b.* FOR EACH ROW .*");

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)");

  private Filler() {}

  /** A trigger whose function assigns to this column of every new row that comes by. */
  static Optional<Trigger> of(Column column, Schema schema) {
    return schema.partsOf(column.schema(), column.relation(), Trigger.class).stream()
        .filter(trigger -> ACTIVE.contains(trigger.enabled()))
        .filter(trigger -> ON_NEW_ROWS.matcher(trigger.definition()).matches())
        .filter(
            trigger ->
                schema
                    .all(Routine.class)
                    .filter(routine -> routine.ref().qualified().equals(trigger.function()))
                    .anyMatch(routine -> assigns(routine, column.name())))
        .findFirst();
  }

  private static boolean assigns(Routine routine, String column) {
    String field = "new\\s*\\.\\s*\"?" + Pattern.quote(column) + "\"?";
    String assignment =
        "(?is)%1$s\\s*:=|(?:;|\\b(?:begin|then|else|loop|into(?:\\s+strict)?))\\s*%1$s\\s*(?:=|;|\\bfrom\\b)"
            .formatted(field);
    String code = COMMENT.matcher(routine.body()).replaceAll(" ");
    return Pattern.compile(assignment).matcher(code).find();
  }
}
