package dev.annals.judge.safety;

import dev.annals.model.change.Work;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every row is written again while nobody can read the table. */
final class TableRewrite implements SafetyRule {

  private static final String WHY =
      "The table is locked for readers and writers until its last row and all its indexes are"
          + " written again: that takes as long as the table is large, and twice its space.";
  private static final String INSTEAD =
      "Add a new column, keep it with a trigger, fill it in small batches, and switch to it in a"
          + " later migration.";

  @Override
  public String id() {
    return "table-rewrite";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    Set<ObjectRef> claimed =
        passage.tolls().stream()
            .filter(toll -> toll.has(Work.REWRITE))
            .map(Toll::table)
            .collect(Collectors.toSet());
    Set<ObjectRef> rebuilt = EnumRebuilt.tables(passage);
    claimed.addAll(rebuilt);
    Stream<Hazard> told =
        Tolls.of(passage, toll -> isMine(toll) && !rebuilt.contains(toll.table()))
            .map(
                tolls ->
                    tolls.hazard(
                        "this rewrites " + tolls.on() + ": " + tolls.what(), WHY, INSTEAD));
    Stream<Hazard> others =
        passage.worked(Work.REWRITE).stream()
            .filter(table -> !claimed.contains(table))
            .map(
                table ->
                    new Hazard(
                        List.of(table),
                        "this rewrites " + table.display(),
                        WHY,
                        INSTEAD,
                        passage.lines().of(table)));
    return Stream.concat(told, others);
  }

  private static boolean isMine(Toll toll) {
    return toll.has(Work.REWRITE) && !VolatileDefault.RULES.contains(toll.rule());
  }
}
