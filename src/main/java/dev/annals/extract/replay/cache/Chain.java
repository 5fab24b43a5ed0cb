package dev.annals.extract.replay.cache;

import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.model.history.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of a plan's schemas. The first is that of the schema before the first migration; each
 * further one is made of the one before and of the migration that follows: equal beginnings of two
 * histories have equal keys.
 *
 * @param keys one more than the plan has migrations
 */
record Chain(List<Key> keys) {

  Chain {
    keys = List.copyOf(keys);
  }

  /**
   * The keys.
   *
   * @param server what a replay depends on that is the server's
   */
  static Chain of(String server, Plan plan) {
    FlywaySettings settings = plan.settings();
    List<Key> keys = new ArrayList<>();
    // folders and their order decide about the files, not about what a file does
    keys.add(
        Key.of(
            Edition.current(),
            server,
            settings.properties().toString(),
            texts(plan.callbacks().opening())));
    for (PlannedMigration planned : plan.migrations()) {
      keys.add(after(keys.get(keys.size() - 1), planned));
    }
    return new Chain(keys);
  }

  /** The key of what a script makes of a schema. */
  static Key after(Key before, PlannedMigration planned) {
    Migration migration = planned.migration();
    return Key.of(
        before.hex(),
        migration.kind().name(),
        migration.version(),
        migration.description(),
        migration.script(),
        migration.sql(),
        planned.config(),
        planned.code().hash(),
        texts(planned.around().first()),
        texts(planned.around().before()),
        texts(planned.around().beforeStatement()),
        texts(planned.around().afterStatement()),
        texts(planned.around().after()),
        texts(planned.around().last()));
  }

  private static String texts(List<PlannedCallback> callbacks) {
    return Key.of(
            callbacks.stream()
                .flatMap(
                    each ->
                        Stream.of(
                            each.event(),
                            each.path(),
                            each.sql(),
                            each.config(),
                            each.code().hash()))
                .toArray(String[]::new))
        .hex();
  }

  Key initial() {
    return keys.get(0);
  }

  /** The key of the schema after a number of migrations. */
  Key after(int migrations) {
    return keys.get(migrations);
  }
}
