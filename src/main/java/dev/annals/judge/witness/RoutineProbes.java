package dev.annals.judge.witness;

import dev.annals.model.schema.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of a routine as it was. */
final class RoutineProbes {

  private static final Pattern NAMED =
      Pattern.compile("(?:(?:IN|INOUT) )?(\"[^\"]+\"|[a-z_][\\w$]*) (.+?)(?: DEFAULT .*)?");

  private RoutineProbes() {}

  /** With its arguments in their places, and by their names. */
  static void call(Routine routine, Questions questions) {
    if (routine.returns().endsWith("trigger")) {
      return; // nobody can call it
    }
    List<String> types = routine.signature().isEmpty() ? List.of() : split(routine.signature());
    String name = Sql.name(routine.schema(), routine.name());
    String places = String.join(", ", types.stream().map(type -> "NULL::" + type).toList());
    call(routine, name + "(" + places + ")", questions);
    String named = named(routine);
    if (!named.isEmpty()) {
      call(routine, name + "(" + named + ")", questions);
    }
  }

  private static void call(Routine routine, String call, Questions questions) {
    String sql =
        switch (routine.kind()) {
          case "procedure" -> "CALL " + call;
          case "window" -> "SELECT " + call + " OVER ()";
          case "aggregate" -> "SELECT " + call;
          default ->
              routine.returns().matches("(?s)(SETOF|TABLE).*")
                  ? "SELECT * FROM " + call
                  : "SELECT " + call;
        };
    if (routine.kind().equals("procedure")) {
      questions.reader(sql, "");
    } else {
      questions.described(sql);
    }
    questions.writer(sql, "");
  }

  private static String named(Routine routine) {
    List<String> named = new ArrayList<>();
    for (String argument : split(routine.arguments())) {
      Matcher matcher = NAMED.matcher(argument);
      if (!matcher.matches() || argument.startsWith("OUT ") || argument.contains("VARIADIC")) {
        return "";
      }
      named.add(matcher.group(1) + " => NULL::" + matcher.group(2));
    }
    return String.join(", ", named);
  }

  /** Parts at commas that are in no brackets and no quotation marks. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'' || c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (!text.isBlank()) {
      parts.add(text.substring(start).strip());
    }
    return parts;
  }
}
