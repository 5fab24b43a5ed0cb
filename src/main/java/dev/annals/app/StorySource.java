package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.extract.rationale.RationaleReader;
import dev.annals.extract.rationale.RationaleReading;
import dev.annals.judge.Telling;
import dev.annals.judge.gate.Gate;
import dev.annals.model.gate.Baseline;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Project;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the judged story of a project, which every verb tells in its own way. */
final class StorySource {

  private final BuildRequest request;
  private final Progress progress;
  private SortedMap<String, byte[]> images = new TreeMap<>();
  private Optional<KeptPast> kept = Optional.empty();

  StorySource(BuildRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
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
    String file = config.gate().baseline();
    Baseline baseline =
        file.isEmpty() ? Baseline.NONE : BaselineFile.read(config.project().resolve(file));
    return Gate.apply(chronicle, config.gate(), baseline).chronicle();
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
   * @param commits knows which commits last touched the pages
   */
  record Past(
      Config config,
      HistorySource.Result read,
      List<Environment> environments,
      KeptCommits commits) {}

  /**
   * Reads, replays and judges the migrations, for stories that are told again and again.
   *
   * @throws dev.annals.model.Problem if anything stops it
   */
  Past past(Config config) {
    return past(config, true);
  }

  private Past past(Config config, boolean witnesses) {
    HistorySource source = new HistorySource(config, request, progress);
    HistorySource.Result read = witnesses ? source.read() : source.readQuickly();
    return new Past(
        config,
        read,
        new Environments(config.databases().get(0), request.offline(), progress)
            .read(read.history(), read.settings()),
        new KeptCommits(request));
  }

  /**
   * Reads the team's pages as they are now, and tells the story with them.
   *
   * @throws dev.annals.model.Problem if they cannot be listed, or a baseline not be read
   */
  Chronicle told(Past past) {
    return gated(past.config(), story(past));
  }

  /** A text that differs where the judged past of the last story does; empty for none known. */
  Optional<String> past() {
    return kept.map(KeptPast::digest);
  }

  private Chronicle story(Past past) {
    Config config = past.config();
    kept = past.read().kept();
    String folder = config.databases().get(0).rationale();
    RationaleReading rationale =
        RationaleReader.read(config.project(), folder, paths -> past.commits().last(paths));
    images = rationale.images();
    Telling telling =
        new Telling(
            new Project(config.title(), config.url(), config.edit(), folder),
            config.databases().get(0).name(),
            rationale.pages(),
            past.environments(),
            rationale.findings());
    return telling.of(past.read().judged().apply(telling.rationale()), config.semver());
  }
}
