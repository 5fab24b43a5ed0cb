package dev.annals.render.page;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Release;
import dev.annals.render.diagram.Areas;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.diagram.Diagrams.Show;
import dev.annals.render.page.Views.DiagramView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The diagram of all tables: as it is, as a reader asks for it, and as it was. */
final class DiagramPage {

  static final String PATH = "diagram.html";

  /** Above so many tables there is one picture, of today; time colours it. */
  private static final int LARGE = 400;

  /** Up to so many tables the picture of all releases shows every column. */
  private static final int ALL_COLUMNS = 60;

  private final Kit kit;
  private final SiteIndex index;

  DiagramPage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
  }

  List<SiteFile> files() {
    Schema schema = index.schema();
    List<SiteFile> files = new ArrayList<>();
    Diagram diagram = Diagrams.whole(schema, index.areas(), kit.links(PATH));
    boolean large = index.tables().size() > LARGE;
    Map<String, Object> view = new HashMap<>();
    DiagramView shown = Pictures.view(diagram);
    view.put(
        "diagram", diagram.isEmpty() ? List.of() : List.of(large ? shown.withoutScripts() : shown));
    view.put("large", large);
    view.put("releases", Release.main(index.chronicle().releases()).size());
    files.add(kit.page(PATH, "diagram.ftlh", "Diagram", Kit.crumbs(PATH), List.of(), view));
    if (diagram.isEmpty() || !kit.browsed()) {
      return files;
    }
    files.add(SiteFile.text("pictures/all.svg", diagram.standalone()));
    if (!large) {
      for (Show show : Show.values()) {
        Diagram other = Diagrams.whole(schema, index.areas(), show, this::href);
        String name = "pictures/all-" + show.name().toLowerCase(Locale.ROOT);
        files.add(Pictures.script(other, name));
      }
      files.add(Pictures.script(time(), "pictures/all-time"));
    }
    return files;
  }

  private String href(ObjectRef table) {
    return index.href(PATH, table);
  }

  /** Everything that any release held, laid out once. */
  private Diagram time() {
    SortedMap<ObjectRef, SchemaObject> all = new TreeMap<>();
    for (Ages.Thing thing : index.ages().things()) {
      SchemaObject last = thing.last();
      ObjectKind kind = last.ref().kind();
      boolean drawn = kind == ObjectKind.TABLE || kind == ObjectKind.COLUMN || kind.isConstraint();
      if (drawn && (thing.alive() || !all.containsKey(last.ref()))) {
        all.put(last.ref(), last);
      }
    }
    Schema union = Schema.of(all);
    Show show = index.tables().size() <= ALL_COLUMNS ? Show.ALL : Show.KEYS;
    return Diagrams.whole(union, Areas.of(union, index.explicitAreas()), show, this::href);
  }
}
