package dev.annals.judge.finding;

import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A migration that was seen to work on the rows of a table that was there before while others had
 * to wait: the more rows, the longer.
 */
final class LongLock implements FindingRule {

  @Override
  public String id() {
    return "long-lock";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (JudgedStep judged : story.steps()) {
      Observation observation = judged.step().observation();
      observation
          .work()
          .forEach(
              (relation, work) -> {
                Lock lock = observation.locks().getOrDefault(relation, Lock.NONE);
                Set<Work> slow = slow(work, lock);
                if (!slow.isEmpty()) {
                  findings.add(finding(judged.step(), relation, lock, slow));
                }
              });
    }
    return findings;
  }

  private static Set<Work> slow(Set<Work> work, Lock lock) {
    Set<Work> slow = new TreeSet<>(work);
    slow.removeIf(
        item -> item == Work.INDEX_BUILD ? !lock.blocksWriters() : lock != Lock.ACCESS_EXCLUSIVE);
    return slow;
  }

  private Finding finding(Step step, ObjectRef relation, Lock lock, Set<Work> slow) {
    String work = slow.stream().map(Work::label).collect(Collectors.joining(" and "));
    return new Finding(
        id(),
        Severity.WARNING,
        List.of(relation),
        "migration "
            + step.migration().name()
            + " "
            + work.replace("the table", relation.display())
            + (slow.equals(Set.of(Work.INDEX_BUILD)) ? " on " + relation.display() : "")
            + " under "
            + lock.label()
            + ": "
            + lock.blocks()
            + " wait meanwhile",
        advice(slow.iterator().next()),
        step.migration().path(),
        line(step.observation(), relation, slow),
        step.migration().name());
  }

  private static String advice(Work work) {
    return switch (work) {
      case REWRITE ->
          "Add a new column, fill it in small batches, and switch to it in a later migration.";
      case SCAN ->
          "Add the constraint NOT VALID and validate it in a later migration: that lets others"
              + " read and write.";
      case INDEX_BUILD -> "Build the index CONCURRENTLY, in a migration outside a transaction.";
    };
  }

  /** The only statement that can have done it; 0 where there are several. */
  private static int line(Observation observation, ObjectRef relation, Set<Work> slow) {
    boolean index = slow.equals(Set.of(Work.INDEX_BUILD));
    List<Observation.Statement> candidates =
        observation.statements().stream()
            .filter(statement -> isOn(statement, relation))
            .filter(statement -> !isQuick(statement.tag()))
            .toList();
    if (index && candidates.size() > 1) {
      candidates =
          candidates.stream().filter(statement -> touches(statement, ObjectKind.INDEX)).toList();
    }
    return candidates.size() == 1 ? candidates.get(0).line() : 0;
  }

  private static boolean isQuick(String tag) {
    return tag.equals("COMMENT") || tag.equals("GRANT") || tag.equals("CREATE TRIGGER");
  }

  private static boolean isOn(Observation.Statement statement, ObjectRef relation) {
    return statement.touched().stream()
        .anyMatch(
            ref -> ref.schema().equals(relation.schema()) && ref.owner().equals(relation.name()));
  }

  private static boolean touches(Observation.Statement statement, ObjectKind kind) {
    return statement.touched().stream().anyMatch(ref -> ref.kind() == kind);
  }
}
