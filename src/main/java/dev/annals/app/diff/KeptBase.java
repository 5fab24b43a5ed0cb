package dev.annals.app.diff;

import dev.annals.app.Caches;
import dev.annals.app.config.Config;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.extract.history.ProjectCode;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The judged base of previews, kept from one to the next: a branch is pushed again and again, and
 * what it leaves stays. The key is made of the commit, which decides about the pages, of the
 * migrations with what git says of them, of what is configured, the server and this build.
 */
final class KeptBase {

  private final Store store;
  private final Key key;

  private KeptBase(Store store, Key key) {
    this.store = store;
    this.key = key;
  }

  /**
   * What was judged.
   *
   * @param steps in their order
   * @param findings as the team sees them
   * @param version of the last step's schema
   */
  private record Document(List<Verdict> steps, List<Finding> findings, SemanticVersion version) {}

  /**
   * A judged step, without what the history knows.
   *
   * @param changes what it changed
   * @param bump of the version
   * @param version after it
   */
  private record Verdict(List<JudgedChange> changes, Bump bump, SemanticVersion version) {}

  /**
   * Where a base is kept.
   *
   * @param server the server's build; empty where that is not known
   * @return empty where nothing may be kept, or not all is known that decides about it
   */
  static Optional<KeptBase> of(DiffRequest request, Sides sides, String server) {
    State base = sides.base();
    String commit = base.point().commit().id();
    if (!request.cached()
        || request.code() != ProjectCode.NONE
        || server.isEmpty()
        || commit.isEmpty()) {
      return Optional.empty();
    }
    Config config = base.config();
    Plan plan = sides.basePlan();
    List<String> parts = new ArrayList<>(List.of("base", Edition.current(), server, commit));
    parts.add(request.project().toAbsolutePath().normalize().toString());
    parts.add(config.databases().get(0).rationale());
    parts.add(config.gate().toString());
    parts.add(Key.of(Packed.write(config.semver())).hex());
    parts.add(Key.of(Packed.write(plan.settings())).hex());
    parts.add(Key.of(Packed.write(Sides.migrations(plan))).hex());
    Stream.concat(plan.callbacks().init().stream(), plan.callbacks().all().stream())
        .map(PlannedCallback::sql)
        .forEach(parts::add);
    return Optional.of(
        new KeptBase(Caches.work(request.environment()), Key.of(parts.toArray(String[]::new))));
  }

  /**
   * What was kept of this history.
   *
   * @return empty where there is nothing
   */
  Optional<BaseStory.Judged> read(History history) {
    Optional<byte[]> bytes = store.get(key);
    try {
      return bytes
          .map(each -> Packed.read(each, Document.class))
          .filter(document -> document.steps().size() == history.steps().size())
          .map(document -> judged(history, document));
    } catch (IllegalArgumentException e) {
      store.drop(key);
      return Optional.empty();
    }
  }

  private static BaseStory.Judged judged(History history, Document document) {
    List<JudgedStep> steps = new ArrayList<>();
    for (Step step : history.steps()) {
      Verdict verdict = document.steps().get(steps.size());
      steps.add(new JudgedStep(step, verdict.changes(), verdict.bump(), verdict.version()));
    }
    return new BaseStory.Judged(history, steps, document.findings(), document.version());
  }

  /** Keeps it for the next run. */
  void keep(BaseStory.Judged judged) {
    List<Verdict> steps =
        judged.steps().stream()
            .map(step -> new Verdict(step.changes(), step.bump(), step.version()))
            .toList();
    store.put(key, Packed.write(new Document(steps, judged.findings(), judged.version())));
    store.trim();
  }
}
