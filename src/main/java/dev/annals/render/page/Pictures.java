package dev.annals.render.page;

import dev.annals.render.diagram.Diagram;
import dev.annals.render.page.Views.DiagramRow;
import dev.annals.render.page.Views.DiagramView;
import java.util.List;

/** Diagrams as templates see them. */
final class Pictures {

  private Pictures() {}

  static DiagramView view(Diagram diagram) {
    List<DiagramRow> rows =
        diagram.list().stream()
            .map(
                r ->
                    new DiagramRow(
                        r.table(), r.href(), r.state(), String.join(", ", r.relations())))
            .toList();
    return new DiagramView(diagram.svg(), diagram.title(), rows, diagram.width());
  }
}
