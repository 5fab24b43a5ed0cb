package dev.annals.judge;

import dev.annals.model.history.Commit;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Builds a history step by step; the first version is 1. */
public final class Histories {

  private final List<Step> steps = new ArrayList<>();

  /** A step that was seen to do nothing in particular. */
  public Histories then(Snapshot after) {
    return then(after, Observation.NOTHING);
  }

  /** A step with what was seen. */
  public Histories then(Snapshot after, Observation observation) {
    return then(after, observation, List.of());
  }

  /** A step with the text of its file. */
  public Histories then(Snapshot after, String sql) {
    return then(after, Observation.NOTHING, List.of(), sql, "");
  }

  /** A step with the text of its file and its author's comment. */
  public Histories then(Snapshot after, String sql, String comment) {
    return then(after, Observation.NOTHING, List.of(), sql, comment);
  }

  /** A step whose file was edited later. */
  public Histories then(Snapshot after, Observation observation, List<Commit> edits) {
    return then(after, observation, edits, "", "");
  }

  private Histories then(
      Snapshot after, Observation observation, List<Commit> edits, String sql, String comment) {
    String version = Integer.toString(steps.size() + 1);
    Commit commit = new Commit("c" + version, "Ada", "2024-0" + version + "-01", "step " + version);
    Migration migration =
        new Migration(
            MigrationKind.VERSIONED,
            version,
            "step " + version,
            "sql/V" + version + "__step.sql",
            0,
            sql,
            comment,
            commit,
            edits);
    steps.add(new Step(migration, after, observation));
    return this;
  }

  /** The history, from an empty database. */
  public History done() {
    return new History("PostgreSQL 17", Snapshot.EMPTY, steps, List.of());
  }
}
