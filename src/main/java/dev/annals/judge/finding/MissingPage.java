package dev.annals.judge.finding;

import dev.annals.judge.design.Borrowed;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of which nobody has written down why it is there; partitions go with their parent. */
final class MissingPage implements FindingRule {

  @Override
  public String id() {
    return "missing-page";
  }

  @Override
  public List<Finding> find(Story story) {
    Map<ObjectRef, Rationale> told = new HashMap<>();
    story.rationale().forEach(page -> page.about().forEach(ref -> told.putIfAbsent(ref, page)));
    return story
        .schema()
        .all(Table.class)
        .filter(table -> !table.isPartition())
        .filter(table -> !told.containsKey(table.ref()) || told.get(table.ref()).body().isBlank())
        .map(
            table ->
                told.containsKey(table.ref())
                    ? empty(table.ref(), told.get(table.ref()))
                    : finding(table.ref(), story.project().rationale()))
        .toList();
  }

  private Finding empty(ObjectRef table, Rationale page) {
    return new Finding(
        id(),
        Severity.INFO,
        List.of(table),
        "the page of " + table.display() + " says nothing yet",
        "Write why it is there and what was decided.",
        page.path(),
        1,
        "");
  }

  private Finding finding(ObjectRef table, String folder) {
    return new Finding(
        id(),
        Borrowed.is(table) ? Severity.HINT : Severity.INFO,
        List.of(table),
        "table " + table.display() + " has no rationale page",
        Rationale.canBeFile(table.display())
            ? "Write %s/%s.md: why it is there and what was decided."
                .formatted(folder, table.display())
            : "Write a page in %s whose front matter says table: '%s': why it is there and what was decided."
                .formatted(folder, table.display().replace("'", "''")),
        "",
        0,
        "");
  }
}
