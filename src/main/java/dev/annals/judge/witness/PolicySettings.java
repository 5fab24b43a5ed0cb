package dev.annals.judge.witness;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's own settings that the policies of a table read, and what they may be set to. */
final class PolicySettings {

  private static final Pattern SETTING = Pattern.compile("current_setting\\('(\\w+\\.[\\w.]+)'");
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

  /** More values than this are not tried. */
  private static final int MOST = 4;

  private PolicySettings() {}

  /**
   * Statements that set all that a table's policies read, each to another value: literals of their
   * text and of the functions that they call, or else values of the columns they speak of.
   */
  static List<String> of(String schema, String table, Questions questions) {
    String policies = policies(questions.after(), schema, table);
    String text = policies + called(questions.after(), policies);
    Set<String> names = new LinkedHashSet<>();
    Matcher setting = SETTING.matcher(text);
    while (setting.find()) {
      names.add(setting.group(1));
    }
    if (names.isEmpty()) {
      return List.of();
    }
    Set<String> values = new LinkedHashSet<>();
    Matcher literal = LITERAL.matcher(text);
    while (literal.find()) {
      if (literal.group(1).matches("[\\w-]+")) {
        values.add(Sql.text(literal.group(1)));
      }
    }
    for (Column column : questions.before().columns(schema, table)) {
      if (Sql.mentions(policies, column.name())) {
        questions.rows().values(column).stream().limit(2).forEach(values::add);
      }
    }
    List<String> statements = new ArrayList<>();
    values.removeIf(value -> names.contains(value.replace("'", "")) || value.equals("null"));
    values.stream().limit(MOST).forEach(value -> statements.add(set(names, value)));
    return statements;
  }

  private static String set(Set<String> names, String value) {
    List<String> calls =
        names.stream()
            .map(name -> "set_config('%s', (%s)::text, true)".formatted(name, value))
            .toList();
    return "SELECT " + String.join(", ", calls);
  }

  private static String policies(Schema schema, String name, String table) {
    StringBuilder text = new StringBuilder();
    for (Policy policy : schema.partsOf(name, table, Policy.class)) {
      text.append(policy.using()).append(' ').append(policy.withCheck()).append('\n');
    }
    return text.toString();
  }

  /** The bodies of functions that a text calls. */
  private static String called(Schema schema, String text) {
    StringBuilder bodies = new StringBuilder();
    schema
        .all(Routine.class)
        .filter(routine -> text.contains(Sql.name(routine.name()) + "("))
        .forEach(routine -> bodies.append(routine.body()).append('\n'));
    return bodies.toString();
  }
}
