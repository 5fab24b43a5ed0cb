package dev.annals.judge.rules;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule's example on a real server: the schema before, and what each migration after it did.
 *
 * @param history the replay, whose first step made the schema before
 */
record ExampleReplay(History history) {

  /** What one migration of the example did: the rules' own claims, and what was seen. */
  record Judged(List<Verdict> claims, Observation seen) {}

  /**
   * Replays the schema before and then migrations, which a line {@code -- next migration} parts.
   */
  static ExampleReplay of(ScratchServer server, String before, String migrations) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<String> scripts = new ArrayList<>(List.of(before));
    scripts.addAll(Arrays.asList(migrations.split("-- next migration\n")));
    for (String script : scripts) {
      files.put(
          "sql/V" + (files.size() + 1) + "__step.sql", script.getBytes(StandardCharsets.UTF_8));
    }
    FlywaySettings settings = new FlywaySettings("", List.of("sql"), Map.of());
    return new ExampleReplay(
        Replay.run(
            server,
            FlywayProject.resolve(new FileSet(files), settings),
            (number, all, script) -> {}));
  }

  /** What the migrations did, one by one. */
  List<Judged> judged() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 1; i < history.steps().size(); i++) {
      judged.add(
          judge(
              history.before(i),
              history.steps().get(i).after(),
              history.steps().get(i).observation()));
    }
    return judged;
  }

  /** The schema in the end. */
  Schema last() {
    return history.last().schema();
  }

  private static Judged judge(Snapshot before, Snapshot after, Observation seen) {
    List<Change> changes = SchemaDiff.between(before, after);
    ChangeContext context = new ChangeContext(before.schema(), after.schema(), changes, seen);
    return new Judged(
        changes.stream().map(change -> RuleCatalogue.judge(change, context)).toList(), seen);
  }
}
