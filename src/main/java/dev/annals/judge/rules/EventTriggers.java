package dev.annals.judge.rules;

import dev.annals.model.change.Effect;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import java.util.regex.Pattern;

/** What event triggers do to whom. */
final class EventTriggers {

  private static final Pattern REFUSES =
      Pattern.compile(
          "\\braise\\s+(exception\\b|'|[a-z_]+\\s*;|sqlstate\\b|using\\b)|\\braise\\s*;",
          Pattern.CASE_INSENSITIVE);

  private EventTriggers() {}

  /** What its function does, as far as it can be read. */
  static String effect(EventTrigger trigger, Schema schema) {
    String fires = fires(trigger);
    return refuses(trigger, schema)
        ? fires + " can be refused: its function raises an error"
        : fires + " fail where its function does";
  }

  /** True where the function's own text raises an error. */
  static boolean refuses(EventTrigger trigger, Schema schema) {
    return schema
        .all(Routine.class)
        .filter(routine -> routine.ref().qualified().equals(trigger.function()))
        .anyMatch(routine -> REFUSES.matcher(routine.body()).find());
  }

  /** Whom it concerns at what: new sessions, or whoever defines something. */
  private static String fires(EventTrigger trigger) {
    return switch (trigger.event()) {
      case "login" -> "New sessions";
      case "sql_drop" -> "Statements that drop something";
      case "table_rewrite" -> "Statements that rewrite a table";
      default ->
          trigger.tags().isEmpty()
              ? "Statements that define something"
              : Words.list(trigger.tags());
    };
  }

  /** Who reads, too, where it fires for every session. */
  static Effect readers(EventTrigger trigger, Effect effect) {
    return trigger.event().equals("login") ? effect : Effect.NONE;
  }

  /** "on ddl_command_end, for CREATE TABLE". */
  static String when(EventTrigger trigger) {
    return "on "
        + trigger.event()
        + (trigger.tags().isEmpty() ? "" : ", for " + Words.list(trigger.tags()));
  }
}
