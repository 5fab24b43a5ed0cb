package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitState;
import dev.annals.extract.git.Trace;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.packed.Packed;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The commits that brought and changed some files: git is asked for those of which it has not been
 * asked, and what it has said is kept for as long as nothing has been committed.
 */
final class KeptTraces {

  private final Path project;
  private final Store store;
  private final Optional<Key> key;
  private final SortedMap<String, Trace> traces = new TreeMap<>();

  /**
   * What is kept.
   *
   * @param all by path from the project's folder
   */
  private record Traces(SortedMap<String, Trace> all) {}

  /**
   * What is kept.
   *
   * @param files says which: what is kept of others stays as it is
   */
  KeptTraces(BuildRequest request, String files) {
    this.project = request.project();
    this.store = Caches.work(request.environment());
    this.key =
        request.cached()
            ? GitState.around(project)
                .map(
                    git ->
                        Key.of(
                            "traces",
                            files,
                            Edition.current(),
                            project.toAbsolutePath().normalize().toString(),
                            Key.of(git.toArray(String[]::new)).hex()))
            : Optional.empty();
    key.flatMap(each -> Packed.read(store, each, Traces.class))
        .ifPresent(kept -> traces.putAll(kept.all()));
  }

  /** What git says of these files, by path from the project's folder. */
  Map<String, Trace> of(Collection<String> files) {
    return of(
        files,
        missing -> {
          try (GitHistory git = GitHistory.around(project)) {
            return git.trace(missing);
          }
        });
  }

  /** The same, where the repository is open. */
  Map<String, Trace> of(Collection<String> files, GitHistory git) {
    return of(files, git::trace);
  }

  private Map<String, Trace> of(
      Collection<String> files, Function<Collection<String>, Map<String, Trace>> git) {
    List<String> missing = files.stream().filter(file -> !traces.containsKey(file)).toList();
    if (!missing.isEmpty()) {
      Map<String, Trace> found = git.apply(missing);
      missing.forEach(file -> traces.put(file, found.getOrDefault(file, Trace.NONE)));
      key.ifPresent(each -> store.put(each, Packed.write(new Traces(traces))));
    }
    Map<String, Trace> asked = new HashMap<>();
    files.forEach(file -> asked.put(file, traces.get(file)));
    return asked;
  }
}
