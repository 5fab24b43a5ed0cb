package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Lifeline;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.EventGroup;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.MatrixView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a relation came to be: the end of it on its own page, all of it on another. */
final class Lifelines {

  /** So many migrations are told on the relation's own page. */
  private static final int SHORT = 5;

  private final Kit kit;
  private final SiteIndex index;
  private final ColumnMatrix matrix;

  Lifelines(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.matrix = new ColumnMatrix(index);
  }

  /** What happened, migration by migration, latest first. */
  List<EventGroup> groups(ObjectRef ref, String path) {
    ChangeViews changes = kit.changes(path);
    SortedMap<Integer, List<ChangeView>> steps = new TreeMap<>((a, b) -> b - a);
    for (Lifeline.Event event : index.events(ref)) {
      steps.computeIfAbsent(event.step(), step -> new ArrayList<>()).add(changes.of(event));
    }
    List<EventGroup> groups = new ArrayList<>();
    steps.forEach(
        (step, all) ->
            groups.add(
                new EventGroup(
                    changes.migration(step), changes.release(step), all.get(0).by(), all)));
    return groups;
  }

  /** True where a relation has more of a history than fits its own page. */
  boolean isLong(ObjectRef ref) {
    return index.events(ref).stream().map(Lifeline.Event::step).distinct().count() > SHORT
        || matrix.releases(ref).size() > 1;
  }

  /** The last few. */
  static List<EventGroup> latest(List<EventGroup> groups) {
    return groups.subList(0, Math.min(SHORT, groups.size()));
  }

  /** The whole of it. */
  SiteFile page(ObjectRef ref) {
    String path = PageNames.history(ref);
    MatrixView columns = matrix.of(ref, path);
    List<EventGroup> groups = groups(ref, path);
    Map<String, Object> view = new HashMap<>();
    view.put("name", ref.display());
    view.put("relation", new Link(ref.display(), index.href(path, ref)));
    view.put("matrix", columns);
    view.put("groups", groups);
    List<Heading> headings =
        List.of(
            new Heading("columns", "Columns by release", columns.rows().size()),
            new Heading("history", "Migration by migration", groups.size()));
    return kit.page(
        path,
        "history.ftlh",
        "History of " + ref.display(),
        Kit.crumbs(path, ref.display(), PageNames.page(ref)),
        headings,
        view);
  }
}
