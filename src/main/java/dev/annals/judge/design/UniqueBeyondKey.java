package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A unique key that holds a smaller one. */
final class UniqueBeyondKey implements DesignRule {

  @Override
  public String id() {
    return "unique-beyond-key";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema.tables().flatMap(table -> of(table, schema));
  }

  private static Stream<Flaw> of(Table table, Blueprint schema) {
    List<Access> unique =
        schema.accesses(table).stream().filter(each -> each.unique() && !each.partial()).toList();
    return unique.stream()
        .filter(wide -> !wide.primary() && !isReferred(wide, table, schema))
        .flatMap(
            wide ->
                unique.stream()
                    .filter(small -> small.keys().size() < wide.keys().size())
                    .filter(small -> wide.keys().containsAll(small.keys()))
                    .limit(1)
                    .map(small -> flaw(wide, small, table)));
  }

  /** A foreign key refers to just these columns: then the key is needed. */
  private static boolean isReferred(Access wide, Table table, Blueprint schema) {
    return schema.incoming(table).stream()
        .anyMatch(key -> Set.copyOf(key.targetColumns()).equals(Set.copyOf(wide.keys())));
  }

  private static Flaw flaw(Access wide, Access small, Table table) {
    return Flaw.of(
            wide.ref(),
            wide.ref().kind().label()
                + " "
                + wide.ref().name()
                + " of "
                + table.ref().display()
                + " forbids nothing that "
                + small.ref().name()
                + " allows",
            Wording.keys(small.keys())
                + " is unique already, so that no two rows can agree in "
                + Wording.keys(wide.keys())
                + ".",
            "Drop it; where queries use its index, make that a plain one.")
        .and(small.ref());
  }
}
