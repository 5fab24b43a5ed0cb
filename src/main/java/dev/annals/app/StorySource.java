package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.rationale.RationaleReader;
import dev.annals.extract.rationale.RationaleReading;
import dev.annals.judge.gate.Gate;
import dev.annals.model.gate.Baseline;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Project;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the judged story of a project, which every verb tells in its own way. */
final class StorySource {

  private final BuildRequest request;
  private final Progress progress;
  private SortedMap<String, byte[]> images = new TreeMap<>();

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
    String file = config.gate().baseline();
    Baseline baseline =
        file.isEmpty() ? Baseline.NONE : BaselineFile.read(config.project().resolve(file));
    return read(config, baseline).chronicle();
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

  private static Map<String, Commit> lastCommits(GitHistory git, Collection<String> paths) {
    Map<String, Commit> commits = new HashMap<>();
    git.trace(paths).forEach((path, trace) -> commits.put(path, trace.last()));
    return commits;
  }

  private Chronicle judged(Config config, boolean witnesses) {
    try (GitHistory git = GitHistory.around(config.project())) {
      HistorySource.Result read = new HistorySource(config, request, progress).read(git, witnesses);
      String folder = config.databases().get(0).rationale();
      RationaleReading rationale =
          RationaleReader.read(config.project(), folder, paths -> lastCommits(git, paths));
      read.history().notes().forEach(progress::note);
      List<Environment> environments =
          new Environments(config.databases().get(0), request.offline(), progress)
              .read(read.history(), read.settings());
      images = rationale.images();
      return read.judge()
          .chronicle(
              new Project(config.title(), config.url(), config.edit(), folder),
              config.databases().get(0).name(),
              rationale.pages(),
              environments,
              rationale.findings());
    }
  }
}
