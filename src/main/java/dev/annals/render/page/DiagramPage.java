package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import java.util.List;
import java.util.Map;

/** The diagram of all tables. */
final class DiagramPage {

  private final Kit kit;

  DiagramPage(Kit kit) {
    this.kit = kit;
  }

  SiteFile page() {
    String path = "diagram.html";
    SiteIndex index = kit.index();
    Diagram diagram =
        Diagrams.whole(index.schema(), index.areas(), table -> index.href(path, table));
    return kit.page(
        path,
        "diagram.ftlh",
        "Diagram",
        Kit.crumbs(path),
        List.of(),
        Map.of("diagram", diagram.isEmpty() ? List.of() : List.of(Pictures.view(diagram))));
  }
}
