package dev.annals.render.page;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.render.html.Html;
import dev.annals.render.page.Views.Fact;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The short facts at the head of a table or view. */
final class RelationFacts {

  private final Kit kit;
  private final SiteIndex index;

  RelationFacts(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
  }

  List<Fact> of(SchemaObject object, Rationale rationale, String path) {
    ObjectRef ref = object.ref();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Schema", Html.escape(ref.schema())));
    String area = index.area(ref);
    if (!area.isEmpty()) {
      facts.add(new Fact("Area", Html.link(PageNames.relative(path, PageNames.area(area)), area)));
    }
    facts.addAll(new PageFacts(index, path).of(rationale));
    Lifeline line = index.lifeline(ref);
    if (line != null && line.born() >= 0) {
      facts.add(new Fact("Since", step(line.born(), path)));
    }
    List<Lifeline.Event> events = index.events(ref);
    if (!events.isEmpty()) {
      facts.add(new Fact("Last change", step(events.get(0).step(), path)));
    }
    facts.addAll(new PageFacts(index, path).read(rationale));
    if (object instanceof Table table) {
      addTable(table, facts, path);
    }
    return facts;
  }

  private void addTable(Table table, List<Fact> facts, String path) {
    if (table.persistence().label().equals("unlogged")) {
      facts.add(new Fact("Persistence", "unlogged"));
    }
    if (!table.server().isEmpty()) {
      facts.add(new Fact("Foreign server", Html.escape(table.server())));
    }
    if (!table.partitionKey().isEmpty()) {
      facts.add(new Fact("Partitioned", Html.escape(table.partitionKey())));
    }
    if (!table.partitionOf().isEmpty()) {
      String href = index.look(path, table.partitionOf());
      facts.add(new Fact("Partition of", Html.link(href, table.partitionOf())));
      facts.add(new Fact("Bound", Html.escape(table.partitionBound())));
    }
    if (!table.inherits().isEmpty()) {
      facts.add(
          new Fact(
              "Inherits",
              table.inherits().stream()
                  .map(name -> Html.link(index.look(path, name), name))
                  .collect(Collectors.joining(", "))));
    }
    List<ObjectRef> heirs = index.uses().heirs(table.ref());
    if (!heirs.isEmpty()) {
      facts.add(
          new Fact(
              "Inherited by",
              heirs.stream()
                  .map(heir -> Html.link(index.href(path, heir), heir.display()))
                  .collect(Collectors.joining(", "))));
    }
    if (!table.replicaIdentity().isEmpty()) {
      facts.add(new Fact("Replica identity", Html.escape(table.replicaIdentity())));
    }
    if (table.rowSecurity()) {
      facts.add(new Fact("Row security", table.forceRowSecurity() ? "forced" : "enabled"));
    }
  }

  /** A release where there is one, and the migration. */
  private String step(int step, String path) {
    ChangeViews changes = kit.changes(path);
    Link migration = changes.migration(step);
    Link release = changes.release(step);
    String link = Html.link(migration.href(), migration.text());
    return release.text().isEmpty() || release.text().equals(index.migration(step).version())
        ? link
        : Html.link(release.href(), release.text()) + " (" + link + ")";
  }
}
