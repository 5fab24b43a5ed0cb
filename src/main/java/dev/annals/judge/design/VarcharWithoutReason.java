package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A limit of length that nobody has thought about. */
final class VarcharWithoutReason implements DesignRule {

  private static final Set<Integer> HABITS =
      Set.of(50, 100, 128, 191, 200, 250, 254, 255, 256, 500, 512, 1000, 1024, 2000, 2048, 4000);

  @Override
  public String id() {
    return "varchar-without-reason";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.LOW;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .map(
            table ->
                schema.columns(table).stream()
                    .filter(column -> Types.isLimited(column.type()))
                    .filter(column -> HABITS.contains(Types.length(column.type())))
                    .toList())
        .filter(columns -> !columns.isEmpty())
        .map(VarcharWithoutReason::flaw);
  }

  private static Flaw flaw(List<Column> columns) {
    Column first = columns.get(0);
    List<String> names =
        columns.stream().map(each -> each.name() + " (" + Types.length(each.type()) + ")").toList();
    Flaw flaw =
        Flaw.of(
                first.ref(),
                "in table "
                    + ObjectRef.table(first.schema(), first.relation()).display()
                    + " "
                    + Wording.few(names)
                    + (names.size() == 1 ? " has a limit" : " have limits")
                    + (names.size() == 1 ? " that looks like a habit" : " that look like a habit"),
                "The limit saves no space and no time; the day a longer value comes, an insert fails.",
                "Use text, with a check where there is a reason for a limit: a check says which, and"
                    + " can be changed without a word to the type.")
            .because(Property.TYPE);
    for (Column column : columns) {
      flaw = flaw.and(column.ref());
    }
    return flaw;
  }
}
