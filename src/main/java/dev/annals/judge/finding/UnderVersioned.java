package dev.annals.judge.finding;

import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A release whose own number promises less change than it holds. Skipped numbers are fine. Releases
 * before the latest bear their numbers for good: they are told as hints.
 */
final class UnderVersioned implements FindingRule {

  @Override
  public String id() {
    return "under-versioned";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    List<Optional<SemanticVersion>> numbers = new ArrayList<>();
    String latest = "";
    for (Release release : Release.main(story.releases())) {
      if (!isMigration(release, story) && Versions.of(release.cut().name()).isPresent()) {
        latest = release.cut().name();
      }
    }
    for (int i = 0; i < story.releases().size(); i++) {
      Release release = story.releases().get(i);
      int former = Release.before(story.releases(), i);
      Optional<SemanticVersion> before = former < 0 ? Optional.empty() : numbers.get(former);
      if (isMigration(release, story)) {
        numbers.add(before);
        continue; // where nobody cuts releases, the number of a migration promises nothing
      }
      Optional<SemanticVersion> now = Versions.of(release.cut().name());
      if (before.isPresent() && now.isPresent() && before.get().compareTo(now.get()) > 0) {
        numbers.add(before);
        continue; // of an older line, whose changes are not those since the one before it here
      }
      if (before.isPresent() && now.isPresent()) {
        boolean past = !release.cut().name().equals(latest);
        check(release, before.get(), now.get())
            .map(finding -> past ? finding.withSeverity(Severity.HINT) : finding)
            .ifPresent(findings::add);
      }
      numbers.add(now.isPresent() ? now : before);
    }
    return findings;
  }

  private static boolean isMigration(Release release, Story story) {
    return release.steps().size() == 1
        && release.cut().name().equals(story.migration(release.steps().get(0)));
  }

  private Optional<Finding> check(Release release, SemanticVersion before, SemanticVersion now) {
    Bump promised = now.since(before);
    Bump needed =
        release.changes().stream()
            .map(judged -> needed(judged.verdict().level(), before))
            .reduce(Bump.NONE, Bump::or);
    if (promised.compareTo(needed) >= 0) {
      return Optional.empty();
    }
    List<JudgedChange> breaking =
        release.changes().stream().filter(judged -> judged.verdict().breaking()).toList();
    String why =
        breaking.isEmpty()
            ? "what it holds needs a " + needed.label() + " one"
            : breaking.get(0).verdict().summary()
                + (breaking.size() == 1 ? "" : ", and " + (breaking.size() - 1) + " more break");
    String message =
        "release %s is numbered as a %s release after %s: %s"
            .formatted(release.cut().name(), promised.label(), before, why);
    String advice =
        "Number it "
            + before.next(needed)
            + ", or say in annals.yml under semver: rules why this breaks nobody.";
    return Optional.of(new Finding(id(), Severity.WARNING, List.of(), message, advice, "", 0, ""));
  }

  /** What is certain; below 1.0.0 a minor number is all that a breaking change asks for. */
  private static Bump needed(Level level, SemanticVersion before) {
    boolean young = before.major() == 0;
    return switch (level) {
      case BREAKING -> young ? Bump.MINOR : Bump.MAJOR;
      case NON_BREAKING -> young ? Bump.PATCH : Bump.MINOR;
      case POTENTIALLY_BREAKING, EQUIVALENT -> Bump.PATCH;
    };
  }
}
