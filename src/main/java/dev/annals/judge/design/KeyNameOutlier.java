package dev.annals.judge.design;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A reference whose name does not say to what. */
final class KeyNameOutlier implements DesignRule {

  @Override
  public String id() {
    return "key-name-outlier";
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
    List<ForeignKey> single =
        schema.foreignKeys().filter(key -> key.columns().size() == 1).toList();
    List<ForeignKey> odd = single.stream().filter(key -> !isNamed(key)).toList();
    return single.size() < 5 || odd.size() * 5L > single.size()
        ? Stream.empty()
        : odd.stream().map(key -> flaw(key, single.size() - odd.size(), single.size()));
  }

  /** It ends as the key that it refers to does, such as id; or says who did it; or which table. */
  private static boolean isNamed(ForeignKey key) {
    String column = key.columns().get(0);
    return Wording.last(column).equals("by")
        || column.equals(key.targetTable())
        || column.equals(Wording.singular(key.targetTable()))
        || Wording.last(column).equals(Wording.last(key.targetColumns().get(0)));
  }

  private static Flaw flaw(ForeignKey key, int most, int all) {
    ObjectRef column =
        new ObjectRef(ObjectKind.COLUMN, key.schema(), key.table(), key.columns().get(0));
    return Flaw.of(
            column,
            "column "
                + column.display()
                + " refers to "
                + Wording.target(key).display()
                + "."
                + key.targetColumns().get(0)
                + " and is not named so",
            most
                + " of "
                + all
                + " references end as the key they refer to; this one looks like a"
                + " value.",
            "Call it …_" + key.targetColumns().get(0) + " when it is touched next.")
        .and(key.ref());
  }
}
