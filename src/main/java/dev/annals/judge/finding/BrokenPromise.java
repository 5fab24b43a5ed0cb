package dev.annals.judge.finding;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deprecated object that went before the release that its comment or page promised, or is still
 * there after it.
 */
final class BrokenPromise implements FindingRule {

  @Override
  public String id() {
    return "broken-promise";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    Map<ObjectRef, Deprecation> pages = new HashMap<>();
    PageDeprecations.of(story.rationale(), story.schema())
        .forEach(each -> pages.putIfAbsent(each.subject(), each));
    SemanticVersion last = null;
    for (Release release : story.releases()) {
      Optional<SemanticVersion> now = Versions.of(release.cut().name());
      for (JudgedChange judged : release.changes()) {
        if (judged.change() instanceof Change.Dropped dropped) {
          tooEarly(
                  promise(dropped.object(), pages),
                  release,
                  now.or(() -> Optional.of(release.version())).get())
              .ifPresent(findings::add);
        }
      }
      last = release.aside() ? last : now.orElse(last);
    }
    if (last != null) {
      for (SchemaObject object : story.schema().objects()) {
        overdue(promise(object, pages), last).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** A comment is nearer to the schema than a page. */
  private static Optional<Deprecation> promise(
      SchemaObject object, Map<ObjectRef, Deprecation> pages) {
    return Deprecation.of(object).or(() -> Optional.ofNullable(pages.get(object.ref())));
  }

  private Optional<Finding> tooEarly(
      Optional<Deprecation> promise, Release release, SemanticVersion now) {
    boolean unreleased = release.cut().name().equals(Release.UNRELEASED);
    return promise
        .filter(deprecation -> !unreleased && !deprecation.remove().isEmpty())
        .filter(
            deprecation ->
                Versions.of(deprecation.remove()).filter(v -> v.compareTo(now) > 0).isPresent())
        .map(
            deprecation ->
                finding(
                    deprecation,
                    "%s is gone in release %s, and it was promised that it would stay until %s"
                        .formatted(
                            subject(deprecation), release.cut().name(), deprecation.remove()),
                    "Tell its users, or bring it back until then."));
  }

  private Optional<Finding> overdue(Optional<Deprecation> promise, SemanticVersion last) {
    return promise
        .filter(
            deprecation ->
                Versions.of(deprecation.remove()).filter(v -> v.compareTo(last) <= 0).isPresent())
        .map(
            deprecation ->
                finding(
                    deprecation,
                    "%s was to be removed in %s, and is still there"
                        .formatted(subject(deprecation), deprecation.remove()),
                    "Remove it, or promise another release."));
  }

  private static String subject(Deprecation deprecation) {
    return deprecation.subject().kind().label() + " " + deprecation.subject().display();
  }

  private Finding finding(Deprecation deprecation, String message, String advice) {
    return new Finding(
        id(), Severity.WARNING, List.of(deprecation.subject()), message, advice, "", 0, "");
  }
}
