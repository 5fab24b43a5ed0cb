package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.model.story.Undo;
import java.util.ArrayList;
import java.util.List;

/** An undo script that gives another schema than the one before its migration. */
final class UndoDiffers implements FindingRule {

  private static final int SHOWN = 3;

  @Override
  public String id() {
    return "undo-differs";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < story.waysBack().size(); i++) {
      if (story.waysBack().get(i).undo() instanceof Undo.Differs differs) {
        String migration = story.migration(i);
        findings.add(
            new Finding(
                id(),
                Severity.WARNING,
                List.of(),
                "the undo script of migration "
                    + migration
                    + " does not give the schema before it: "
                    + list(differs.differences()),
                "The migration's page lists every difference and shows statements that take it back.",
                differs.path(),
                0,
                migration));
      }
    }
    return findings;
  }

  private static String list(List<String> differences) {
    String first = String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())));
    int more = differences.size() - SHOWN;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
