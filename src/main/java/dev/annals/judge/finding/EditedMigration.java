package dev.annals.judge.finding;

import dev.annals.judge.Recency;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A migration whose file was edited after databases could have had it. What the latest release has
 * as it is now, or what was edited long ago, cannot be taken back: it is told as a hint.
 */
final class EditedMigration implements FindingRule {

  private static final String ADVICE =
      "Databases that had the former text are different and will refuse its checksum: put the text"
          + " back and write a new migration.";
  private static final String PAST =
      "Databases that had the former text are different: compare one with what the migrations give"
          + " (environments in annals.yml).";

  @Override
  public String id() {
    return "edited-migration";
  }

  @Override
  public List<Finding> find(Story story) {
    SortedMap<String, List<String>> releases = editedSince(story);
    SortedMap<String, Finding> findings = new TreeMap<>();
    Recency recency =
        new Recency(story.steps().stream().map(each -> each.step().migration()).toList());
    List<Release> cuts =
        Release.main(story.releases()).stream().filter(each -> isCut(each, story)).toList();
    String latest = cuts.isEmpty() ? "" : cuts.get(cuts.size() - 1).cut().name();
    for (JudgedStep step : story.steps()) {
      Migration migration = step.step().migration();
      List<String> former = releases.getOrDefault(migration.path(), List.of());
      releases.remove(migration.path());
      boolean meantToBe = migration.kind() == MigrationKind.REPEATABLE;
      if (!meantToBe && (!former.isEmpty() || !migration.edits().isEmpty())) {
        boolean past =
            latest.isEmpty() ? recency.isPast(last(migration).date()) : !former.contains(latest);
        findings.putIfAbsent(migration.path(), finding(migration, former, past));
      }
    }
    for (Map.Entry<String, List<String>> other : releases.entrySet()) {
      boolean past = !other.getValue().contains(latest);
      findings.put(other.getKey(), finding(other.getKey(), other.getValue(), past));
    }
    return List.copyOf(findings.values());
  }

  /** A release of which git says what its files were. */
  private static boolean isCut(Release release, Story story) {
    boolean migration =
        release.steps().size() == 1
            && release.cut().name().equals(story.migration(release.steps().get(0)));
    return !migration
        && !release.cut().name().equals(Release.UNRELEASED)
        && (release.cut().commit().known() || !release.cut().edited().isEmpty());
  }

  private static Commit last(Migration migration) {
    return migration.edits().isEmpty()
        ? Commit.UNKNOWN
        : migration.edits().get(migration.edits().size() - 1);
  }

  private static SortedMap<String, List<String>> editedSince(Story story) {
    SortedMap<String, List<String>> releases = new TreeMap<>();
    for (Release release : story.releases()) {
      for (String path : release.cut().edited()) {
        releases.computeIfAbsent(path, key -> new ArrayList<>()).add(release.cut().name());
      }
    }
    return releases;
  }

  private Finding finding(Migration migration, List<String> releases, boolean past) {
    List<String> reasons = new ArrayList<>();
    if (!migration.edits().isEmpty()) {
      Commit last = last(migration);
      reasons.add(
          "it was edited on "
              + last.date()
              + " by "
              + last.author()
              + " (\""
              + last.subject()
              + "\")");
    }
    if (!releases.isEmpty()) {
      reasons.add("it differs from the file in " + list(releases));
    }
    String message =
        "migration " + migration.name() + " is not what it was: " + String.join("; ", reasons);
    return finding(message, migration.path(), migration.name(), past);
  }

  private Finding finding(String path, List<String> releases, boolean past) {
    return finding(path + " is not what it was in " + list(releases), path, "", past);
  }

  private Finding finding(String message, String path, String migration, boolean past) {
    return new Finding(
        id(),
        past ? Severity.HINT : Severity.WARNING,
        List.of(),
        message,
        past ? PAST : ADVICE,
        path,
        0,
        migration);
  }

  private static String list(List<String> releases) {
    return (releases.size() == 1 ? "release " : "releases ") + String.join(", ", releases);
  }
}
