package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.model.story.Undo;
import java.util.ArrayList;
import java.util.List;

/** An undo script that does not run right after its migration. */
final class UndoFails implements FindingRule {

  @Override
  public String id() {
    return "undo-fails";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < story.waysBack().size(); i++) {
      if (story.waysBack().get(i).undo() instanceof Undo.Fails fails) {
        String migration = story.migration(i);
        findings.add(
            new Finding(
                id(),
                Severity.WARNING,
                List.of(),
                "the undo script of migration " + migration + " fails: " + fails.message(),
                "Mend it before somebody needs it, or take it away.",
                fails.path(),
                fails.line(),
                migration));
      }
    }
    return findings;
  }
}
