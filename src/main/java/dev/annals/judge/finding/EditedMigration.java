package dev.annals.judge.finding;

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

/** A migration whose file was edited after databases could have had it. */
final class EditedMigration implements FindingRule {

  private static final String ADVICE =
      "Databases that had the former text are different and will refuse its checksum: put the text"
          + " back and write a new migration.";

  @Override
  public String id() {
    return "edited-migration";
  }

  @Override
  public List<Finding> find(Story story) {
    SortedMap<String, List<String>> releases = editedSince(story);
    SortedMap<String, Finding> findings = new TreeMap<>();
    for (JudgedStep step : story.steps()) {
      Migration migration = step.step().migration();
      List<String> former = releases.getOrDefault(migration.path(), List.of());
      releases.remove(migration.path());
      boolean meantToBe = migration.kind() == MigrationKind.REPEATABLE;
      if (!meantToBe && (!former.isEmpty() || !migration.edits().isEmpty())) {
        findings.putIfAbsent(migration.path(), finding(migration, former));
      }
    }
    for (Map.Entry<String, List<String>> other : releases.entrySet()) {
      findings.put(other.getKey(), finding(other.getKey(), other.getValue()));
    }
    return List.copyOf(findings.values());
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

  private Finding finding(Migration migration, List<String> releases) {
    List<String> reasons = new ArrayList<>();
    if (!migration.edits().isEmpty()) {
      Commit last = migration.edits().get(migration.edits().size() - 1);
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
    return finding(message, migration.path(), migration.name());
  }

  private Finding finding(String path, List<String> releases) {
    return finding(path + " is not what it was in " + list(releases), path, "");
  }

  private Finding finding(String message, String path, String migration) {
    return new Finding(id(), Severity.WARNING, List.of(), message, ADVICE, path, 0, migration);
  }

  private static String list(List<String> releases) {
    return (releases.size() == 1 ? "release " : "releases ") + String.join(", ", releases);
  }
}
