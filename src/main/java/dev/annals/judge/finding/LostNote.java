package dev.annals.judge.finding;

import dev.annals.model.Nearest;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.ColumnNotes;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A note on a column that the table does not have: it is shown nowhere. */
final class LostNote implements FindingRule {

  @Override
  public String id() {
    return "lost-note";
  }

  @Override
  public List<Finding> find(Story story) {
    List<Finding> findings = new ArrayList<>();
    Formers formers = new Formers(story);
    for (Rationale page : story.rationale()) {
      if (!page.about().isEmpty() && page.about().get(0).kind().isRelation()) {
        ObjectRef table = page.about().get(0);
        List<String> columns =
            story.schema().columns(table.schema(), table.name()).stream()
                .map(column -> column.name())
                .toList();
        for (String name : ColumnNotes.of(page.body()).notes().keySet()) {
          if (!columns.contains(name)) {
            findings.add(finding(page, table, name, columns, formers));
          }
        }
      }
    }
    return findings;
  }

  private Finding finding(
      Rationale page, ObjectRef table, String name, List<String> columns, Formers formers) {
    Optional<Fate> fate = formers.fate(table.display() + "." + name);
    return new Finding(
        id(),
        Severity.WARNING,
        List.of(table),
        "the note on "
            + table.display()
            + "."
            + name
            + " is shown nowhere: "
            + fate.map(known -> "the column " + known.what()).orElse("there is no such column"),
        fate.isPresent() ? "Move or delete the note." : Nearest.suggestion(name, columns),
        page.path(),
        line(page, name),
        fate.map(Fate::migration).orElse(""));
  }

  /** The line of its heading. */
  private static int line(Rationale page, String name) {
    String[] lines = page.body().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String text = lines[i].replaceFirst("^###[ \t]+", "").replace("`", "").strip();
      if (List.of(text.split("\\s*,\\s*")).contains(name)) {
        return page.bodyLine() + i;
      }
    }
    return page.bodyLine();
  }
}
