package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Columns that are told apart by a number. */
final class RepeatedColumns implements DesignRule {

  private static final Pattern NUMBERED = Pattern.compile("(.*\\D)_?(\\d{1,2})");
  private static final Set<String> FINE =
      Set.of(
          "line",
          "address",
          "street",
          "addr",
          "level",
          "sha",
          "md",
          "utf",
          "iso",
          "h",
          "l",
          "p",
          "percentile",
          "quartile",
          "q",
          "base",
          "x",
          "y");

  @Override
  public String id() {
    return "repeated-columns";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema.tables().flatMap(table -> of(table, schema));
  }

  private static Stream<Flaw> of(Table table, Blueprint schema) {
    Map<String, List<Column>> groups = new TreeMap<>();
    for (Column column : schema.columns(table)) {
      Matcher matcher = NUMBERED.matcher(column.name());
      if (matcher.matches() && !FINE.contains(Wording.last(matcher.group(1)))) {
        groups
            .computeIfAbsent(
                matcher.group(1) + "\0" + schema.type(column), key -> new ArrayList<>())
            .add(column);
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(group -> flaw(group, table));
  }

  private static Flaw flaw(List<Column> group, Table table) {
    List<String> names = group.stream().map(Column::name).toList();
    Flaw flaw =
        Flaw.of(
                group.get(0).ref(),
                "table " + table.ref().display() + " repeats a column: " + Wording.few(names),
                "Every question has to ask all "
                    + group.size()
                    + " of them, nothing keeps the same value from"
                    + " being in two, and one more needs a migration.",
                "Give them rows of their own: a table with the key of "
                    + table.name()
                    + ", a number and the value.")
            .doubtfulIf(group.size() < 3);
    for (Column column : group) {
      flaw = flaw.and(column.ref());
    }
    return flaw;
  }
}
