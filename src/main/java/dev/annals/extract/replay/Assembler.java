package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.extract.catalog.postgresql.Recording;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Makes the steps of a history while the next migrations run. */
final class Assembler implements AutoCloseable {

  private final PostgresRecorder recorder;
  private final Beside beside = new Beside("annals-assemble");
  private final List<Future<Step>> steps = new ArrayList<>();
  private Snapshot before;

  Assembler(PostgresRecorder recorder) {
    this.recorder = recorder;
    this.before = recorder.initial();
  }

  /** Takes the next migration; they come in their order. */
  void take(Ran ran) {
    steps.add(beside.submit(() -> step(ran)));
  }

  private Step step(Ran ran) {
    Observer observer = new Observer(before);
    Recording recording = recorder.understand(ran.changes(), ran.held());
    Observation observation = observer.observation(ran, recording);
    before = recording.snapshot();
    return new Step(ran.planned().migration(), before, observation);
  }

  /** Waits for the last one, and returns all. */
  List<Step> steps() {
    return steps.stream().map(Beside::result).toList();
  }

  @Override
  public void close() {
    beside.close();
  }
}
