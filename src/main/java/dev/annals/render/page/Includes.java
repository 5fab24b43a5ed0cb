package dev.annals.render.page;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Calendar;
import dev.annals.model.story.Include;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.Html;
import dev.annals.render.html.Templates;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows diagrams, columns and changes within the text of a page. */
final class Includes {

  private final Kit kit;
  private final SiteIndex index;
  private final Templates templates;
  private final Calendar calendar;

  Includes(Kit kit, Templates templates) {
    this.kit = kit;
    this.index = kit.index();
    this.templates = templates;
    this.calendar = new Calendar(index.chronicle().steps(), index.chronicle().releases());
  }

  /** What stands in the place of an include; its own words where nothing can. */
  String html(Include include, String from, ChangeViews changes) {
    index.past().whole();
    ObjectRef ref =
        index
            .names()
            .object(include.subject())
            .filter(found -> found.kind().isRelation())
            .orElse(null);
    Map<String, Object> view = new HashMap<>();
    view.put("verb", include.verb());
    view.put("diagram", List.of());
    view.put("columns", List.of());
    view.put("events", List.of());
    view.put("subject", new Link("", ""));
    view.put("related", ref != null && !Diagrams.neighbours(index.schema(), ref).isEmpty());
    if (ref != null) {
      view.put("subject", new Link(ref.display(), index.href(from, ref)));
      switch (include.verb()) {
        case "diagram" -> view.put("diagram", diagram(ref, include, from));
        case "columns" -> view.put("columns", columns(ref, from));
        case "changes" -> view.put("events", events(ref, include, changes));
        default -> ref = null;
      }
    }
    return ref == null
        ? "<p><span class=\"dead\" title=\"Nothing can be shown here\">"
            + Html.escape(include.text())
            + "</span></p>"
        : templates.fill("include.ftlh", view);
  }

  private List<Views.DiagramView> diagram(ObjectRef ref, Include include, String from) {
    String depth = include.options().getOrDefault("depth", "1");
    if (ref.kind() != ObjectKind.TABLE || !depth.matches("[123]")) {
      return List.of();
    }
    // where there is nothing farther away, or too much to draw, what is nearer is the picture
    for (int hops = Integer.parseInt(depth); hops > 0; hops--) {
      Diagram diagram = Diagrams.neighbourhood(index.schema(), ref, hops, kit.links(from));
      if (!diagram.isEmpty()) {
        return List.of(Pictures.view(diagram));
      }
    }
    return List.of();
  }

  /** Name, type and what is said of it: {@code [[name, type, comment]]}. */
  private List<List<String>> columns(ObjectRef ref, String from) {
    return index.schema().columns(ref.schema(), ref.name()).stream()
        .map(
            (Column column) ->
                List.of(
                    column.name(),
                    index.href(from, column.ref()),
                    column.type().replaceFirst("^public\\.", "")
                        + (column.nullable() ? "" : " not null"),
                    column.comment()))
        .toList();
  }

  private List<ChangeView> events(ObjectRef ref, Include include, ChangeViews changes) {
    String since = include.options().getOrDefault("since", "");
    return index.events(ref).stream()
        .filter(event -> since.isEmpty() || calendar.isSince(event.step(), since))
        .map(changes::of)
        .toList();
  }
}
