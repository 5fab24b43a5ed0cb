package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A name that works in quotes only. */
final class QuotedName implements DesignRule {

  @Override
  public String id() {
    return "quoted-name";
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
    List<ObjectRef> names =
        Stream.concat(schema.tables().map(Table::ref), schema.columns().map(Column::ref)).toList();
    List<ObjectRef> odd =
        names.stream().filter(ref -> !ref.name().matches("[a-z_][a-z0-9_$]*")).toList();
    boolean style = odd.size() * 4L > names.size();
    Map<String, List<ObjectRef>> tables = new TreeMap<>();
    odd.forEach(
        ref ->
            tables
                .computeIfAbsent(ref.schema() + "\0" + ref.owner(), key -> new ArrayList<>())
                .add(ref));
    return tables.values().stream()
        .map(each -> flaw(each, odd.size(), names.size()).doubtfulIf(style));
  }

  private static Flaw flaw(List<ObjectRef> refs, int odd, int all) {
    ObjectRef first = refs.get(0);
    List<String> names = refs.stream().map(ref -> "\"" + ref.name() + "\"").toList();
    Flaw flaw =
        Flaw.of(
            first,
            (first.parent().isEmpty()
                    ? "table "
                    : "in table " + ObjectRef.table(first.schema(), first.parent()).display() + " ")
                + Wording.few(names)
                + (refs.size() == 1 ? " needs quotes" : " need quotes"),
            "Without quotes the server looks for it in small letters and finds nothing; "
                + odd
                + " of "
                + all
                + " names of tables and columns here are so.",
            "Use small letters, digits and underscores: ALTER TABLE … RENAME; a view under the old"
                + " name keeps readers going.");
    for (ObjectRef ref : refs) {
      flaw = flaw.and(ref);
    }
    return flaw;
  }
}
