package dev.annals.judge;

import dev.annals.model.change.Change;
import dev.annals.model.gate.Report;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.List;

/** What a live database has otherwise than its migrations say. */
final class DriftFindings {

  private DriftFindings() {}

  static List<Finding> of(List<Environment> environments) {
    return environments.stream()
        .flatMap(each -> each.drift().stream().map(change -> finding(each.name(), change)))
        .toList();
  }

  private static Finding finding(String environment, Change change) {
    return new Finding(
        Report.DRIFT,
        Severity.ERROR,
        List.of(change.subject()),
        "in " + environment + " " + what(change),
        "Write a migration for it, or take it back there.",
        "",
        0,
        "");
  }

  /** The replayed schema is before, the live one after. */
  private static String what(Change change) {
    ObjectRef ref = change.subject();
    String subject = ref.kind().label() + " " + ref.display();
    if (change instanceof Change.Added) {
      return subject + " is there and in no migration";
    }
    if (change instanceof Change.Dropped) {
      return subject + " is missing";
    }
    if (change instanceof Change.Altered altered && altered.property() == Property.NULLABLE) {
      return altered.to().isEmpty()
          ? subject + " takes no null, migrations say that it does"
          : subject + " takes null, migrations say that it does not";
    }
    return change instanceof Change.Altered altered
        ? "the "
            + altered.property().label()
            + " of "
            + subject
            + " is "
            + text(altered.to())
            + ", migrations say "
            + text(altered.from())
        : subject + " is not the one that migrations make";
  }

  private static String text(String value) {
    return value.isEmpty() ? "empty" : value;
  }
}
