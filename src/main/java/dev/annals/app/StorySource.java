package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.rationale.RationaleReader;
import dev.annals.extract.rationale.RationaleReading;
import dev.annals.json.BaselineJson;
import dev.annals.judge.Telling;
import dev.annals.judge.gate.Gate;
import dev.annals.kept.Key;
import dev.annals.model.gate.Baseline;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Project;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes the judged story of a project, which every verb tells in its own way. */
final class StorySource implements AutoCloseable {

  private final BuildRequest request;
  private final Progress progress;
  private SortedMap<String, byte[]> images = new TreeMap<>();
  private Optional<KeptPast> kept = Optional.empty();
  private Aside<Integer> keeping = Aside.of(0);
  private HistorySource begun;
  private KeptTraces traces;
  private RationaleReading reading;
  private Runnable beside = () -> {};

  StorySource(BuildRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /** What to begin when the past turns out not to be known, beside the reading of it. */
  void beginBeside(Runnable work) {
    beside = work;
  }

  /**
   * Reads, replays and judges.
   *
   * @throws dev.annals.model.Problem if anything stops it
   */
  Chronicle read(Config config) {
    return gated(config, judged(config, true));
  }

  private static Chronicle gated(Config config, Chronicle chronicle) {
    return Gate.apply(chronicle, config.gate(), baseline(config)).chronicle();
  }

  private static Baseline baseline(Config config) {
    String file = config.gate().baseline();
    return file.isEmpty() ? Baseline.NONE : BaselineFile.read(config.project().resolve(file));
  }

  /**
   * Reads, replays and judges, with another baseline than the configuration's.
   *
   * @throws dev.annals.model.Problem if anything stops it
   */
  Gate.Outcome read(Config config, Baseline baseline) {
    return Gate.apply(judged(config, true), config.gate(), baseline);
  }

  /**
   * The same without what only readers of changes want to know: no statements are tried, and no
   * finding is gated.
   *
   * @throws dev.annals.model.Problem if anything stops it
   */
  Chronicle readQuickly(Config config) {
    return judged(config, false);
  }

  /** The pictures that the pages of the last story show, by their paths from the project. */
  SortedMap<String, byte[]> images() {
    return images;
  }

  private Chronicle judged(Config config, boolean witnesses) {
    return story(past(config, witnesses));
  }

  /**
   * What the team's pages have no part in.
   *
   * @param config how it was read
   * @param read the history, and who has judged it
   * @param environments the live databases
   * @param traces knows which commits last touched the pages
   */
  record Past(
      Config config,
      HistorySource.Result read,
      List<Environment> environments,
      KeptTraces traces) {}

  /**
   * Reads, replays and judges the migrations, for stories that are told again and again.
   *
   * @throws dev.annals.model.Problem if anything stops it
   */
  Past past(Config config) {
    return past(config, true);
  }

  private Past past(Config config, boolean witnesses) {
    try (HistorySource source =
        begun == null ? new HistorySource(config, request, progress) : begun) {
      begun = null;
      HistorySource.Result read = witnesses ? source.read(beside) : source.readQuickly();
      keeping = read.keeping();
      return new Past(
          config,
          read,
          new Environments(config.databases().get(0), request.offline(), progress)
              .read(read.history(), read.settings()),
          traces == null ? new KeptTraces(request, "pages") : traces);
    }
  }

  /**
   * A text that differs where anything does that decides about the next story, found without
   * reading the past. What is read for it is not read again for that story.
   *
   * @return empty where that cannot be told: a live database may have changed
   */
  Optional<String> inputs(Config config) {
    DatabaseConfig database = config.databases().get(0);
    boolean live =
        !request.offline()
            && database.environments().stream().anyMatch(each -> each.connection().given());
    if (!request.cached() || live) {
      return Optional.empty();
    }
    begun = new HistorySource(config, request, progress);
    Optional<String> past = begun.key();
    if (past.isEmpty()) {
      return past;
    }
    traces = new KeptTraces(request, "pages");
    reading = reading(config, traces);
    List<String> parts =
        new ArrayList<>(List.of("inputs", past.get(), database.name(), config.file()));
    parts.add(Frame.digest(Packed.write(project(config))));
    for (DatabaseConfig.EnvironmentConfig each : database.environments()) {
      parts.addAll(List.of(each.name(), String.valueOf(each.connection().given())));
    }
    parts.add(Frame.digest(Packed.write(config.gate())));
    parts.add(Frame.digest(BaselineJson.write(baseline(config))));
    parts.add(Frame.digest(Packed.write(reading.pages())));
    parts.add(Frame.digest(Packed.write(reading.findings())));
    reading.images().forEach((path, bytes) -> parts.addAll(List.of(path, Frame.digest(bytes))));
    return Optional.of(Key.of(parts.toArray(String[]::new)).hex());
  }

  /** Ends what was begun, and waits until what is to be kept of the last story is. */
  @Override
  public void close() {
    kept.ifPresent(KeptPast::digest);
    keeping.await();
    if (begun != null) {
      begun.close();
    }
  }

  /**
   * Reads the team's pages as they are now, and tells the story with them.
   *
   * @throws dev.annals.model.Problem if they cannot be listed, or a baseline not be read
   */
  Chronicle told(Past past) {
    return gated(past.config(), story(past));
  }

  /**
   * Gives a text that differs where the judged past of the last story does; empty for none known.
   */
  Optional<Supplier<String>> past() {
    return kept.map(each -> each::digest);
  }

  private Chronicle story(Past past) {
    Config config = past.config();
    kept = past.read().kept();
    RationaleReading rationale = reading == null ? reading(config, past.traces()) : reading;
    reading = null;
    images = rationale.images();
    Telling telling =
        new Telling(
            project(config),
            config.databases().get(0).name(),
            rationale.pages(),
            past.environments(),
            rationale.findings());
    return telling.of(past.read().judged().apply(telling.rationale()), config.semver());
  }

  private static RationaleReading reading(Config config, KeptTraces traces) {
    return RationaleReader.read(
        config.project(), config.databases().get(0).rationale(), files -> last(traces, files));
  }

  /** The commits that last touched some files, by path. */
  private static Map<String, Commit> last(KeptTraces traces, Collection<String> files) {
    Map<String, Commit> last = new HashMap<>();
    traces.of(files).forEach((file, trace) -> last.put(file, trace.last()));
    return last;
  }

  private static Project project(Config config) {
    return new Project(
        config.title(), config.url(), config.edit(), config.databases().get(0).rationale());
  }
}
