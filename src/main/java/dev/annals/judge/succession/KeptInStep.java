package dev.annals.judge.succession;

import dev.annals.judge.diff.SqlTokens;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a row's trigger assigns from one column of the row to another. */
final class KeptInStep {

  private static final Set<String> ROWS = Set.of("new", "old");
  private static final Set<String> BEGINNINGS = Set.of(";", "begin", "then", "else", "loop");

  private KeptInStep() {}

  /** The copies that a trigger makes, in the order of its function's text. */
  static List<Copy> by(Trigger trigger, Schema schema) {
    return schema
        .all(Routine.class)
        .filter(routine -> calls(trigger, routine))
        .findFirst()
        .map(routine -> copies(trigger, routine.body()))
        .orElse(List.of());
  }

  static boolean calls(Trigger trigger, Routine routine) {
    return trigger
        .function()
        .startsWith(
            ObjectRef.of(ObjectKind.ROUTINE, routine.schema(), routine.name()).qualified() + "(");
  }

  private static List<Copy> copies(Trigger trigger, String body) {
    List<String> tokens = SqlTokens.of(SqlComments.without(body));
    List<Copy> copies = new ArrayList<>();
    for (int at = 1; at + 4 < tokens.size(); at++) {
      boolean assigns =
          tokens.get(at).equalsIgnoreCase("new")
              && tokens.get(at + 1).equals(".")
              && BEGINNINGS.contains(tokens.get(at - 1).toLowerCase(Locale.ROOT));
      int value = at + 3;
      value = tokens.get(value).equals(":") ? value + 1 : value;
      if (assigns && tokens.get(value).equals("=")) {
        String to = tokens.get(at + 2).toLowerCase(Locale.ROOT);
        List<String> rest = tokens.subList(value + 1, tokens.size());
        int end = rest.indexOf(";");
        SourceColumn.of(end < 0 ? rest : rest.subList(0, end), to, ROWS, false)
            .ifPresent(
                from ->
                    copies.add(
                        new Copy(
                            trigger.schema().toLowerCase(Locale.ROOT),
                            trigger.table().toLowerCase(Locale.ROOT),
                            from,
                            to)));
      }
    }
    return copies;
  }
}
