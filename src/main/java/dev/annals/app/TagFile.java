package dev.annals.app;

import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.model.history.Migration;
import java.util.List;
import java.util.Objects;

/**
 * One migration as some set of files has it: what is to be known of it to tell whether two sets
 * give the same schema, and which files were edited.
 *
 * @param name as {@link Migration#name()} has it
 * @param version empty for repeatable ones
 * @param content differs where what runs does: its SQL, the callbacks around it
 * @param checksum Flyway's
 */
record TagFile(String name, String version, int content, int checksum) {

  /** The migrations of a plan, in its order. */
  static List<TagFile> of(Plan plan) {
    return plan.migrations().stream()
        .map(
            planned ->
                new TagFile(
                    planned.migration().name(),
                    planned.migration().version(),
                    Objects.hash(
                        planned.migration().sql(),
                        planned.around().all().stream().map(PlannedCallback::sql).toList()),
                    planned.migration().checksum()))
        .toList();
  }
}
