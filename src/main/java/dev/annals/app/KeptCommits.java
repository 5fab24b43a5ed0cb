package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitState;
import dev.annals.extract.git.Trace;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.history.Commit;
import dev.annals.packed.Packed;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The commits that last touched some files: git is asked for those of which it has not been asked,
 * and what it has said is kept for as long as nothing has been committed.
 */
final class KeptCommits {

  private final Path project;
  private final Store store;
  private final Optional<Key> key;
  private final SortedMap<String, Commit> commits = new TreeMap<>();

  /**
   * What is kept.
   *
   * @param last by path from the project's folder
   */
  private record Commits(SortedMap<String, Commit> last) {}

  KeptCommits(BuildRequest request) {
    this.project = request.project();
    this.store = Caches.work(request.environment());
    this.key =
        request.cached()
            ? GitState.around(project)
                .map(
                    git ->
                        Key.of(
                            "commits",
                            Edition.current(),
                            project.toAbsolutePath().normalize().toString(),
                            Key.of(git.toArray(String[]::new)).hex()))
            : Optional.empty();
    key.flatMap(store::get).ifPresent(this::learn);
  }

  private void learn(byte[] bytes) {
    try {
      commits.putAll(Packed.read(bytes, Commits.class).last());
    } catch (IllegalArgumentException e) {
      key.ifPresent(store::drop);
    }
  }

  /** The commits that last touched these files, by path from the project's folder. */
  Map<String, Commit> last(Collection<String> files) {
    if (!commits.keySet().containsAll(files)) {
      TreeSet<String> all = new TreeSet<>(commits.keySet());
      all.addAll(files);
      try (GitHistory git = GitHistory.around(project)) {
        Map<String, Trace> traces = git.trace(all);
        all.forEach(file -> commits.put(file, traces.getOrDefault(file, Trace.NONE).last()));
      }
      key.ifPresent(each -> store.put(each, Packed.write(new Commits(commits))));
    }
    Map<String, Commit> asked = new HashMap<>();
    files.forEach(file -> asked.put(file, commits.get(file)));
    return asked;
  }
}
