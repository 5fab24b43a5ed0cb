package dev.annals.render.page;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.View;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links to what hangs on a table or view: foreign keys, views, routines, partitions. */
final class Usage {

  private final SiteIndex index;
  private final Schema schema;
  private final Uses uses;

  Usage(SiteIndex index) {
    this.index = index;
    this.schema = index.schema();
    this.uses = index.uses();
  }

  /** The partitions of a table. */
  List<Link> partitions(ObjectRef ref, String path) {
    return links(uses.partitions(ref), path);
  }

  /** The tables whose keys point at a column, as {@link #referencing} has them. */
  List<Link> pointing(ObjectRef table, String column, String path) {
    List<Link> links = new ArrayList<>();
    children(uses.incoming(table).stream().filter(key -> key.targetColumns().contains(column)))
        .forEach((child, keys) -> links.add(link(child, child.display(), keys, path)));
    return links;
  }

  /** The tables whose keys point at it, each once, without partitions, whose parents do. */
  List<Link> referencing(ObjectRef ref, String path) {
    List<Link> links = new ArrayList<>();
    children(uses.incoming(ref).stream())
        .forEach(
            (child, keys) -> {
              String how = keys.stream().map(Usage::columns).collect(Collectors.joining("; "));
              links.add(link(child, child.display() + " (" + how + ")", keys, path));
            });
    return links;
  }

  private static Map<ObjectRef, List<ForeignKey>> children(Stream<ForeignKey> keys) {
    return keys.collect(
        Collectors.groupingBy(
            key -> ObjectRef.table(key.schema(), key.table()), TreeMap::new, Collectors.toList()));
  }

  private Link link(ObjectRef child, String text, List<ForeignKey> keys, String path) {
    return new Link(text, index.href(path, child) + "#" + PageNames.anchor(keys.get(0).ref()));
  }

  private static String columns(ForeignKey key) {
    return String.join(", ", key.columns())
        + (key.onDelete().equals("NO ACTION")
            ? ""
            : ", on delete " + key.onDelete().toLowerCase(Locale.ROOT));
  }

  /** The tables that it refers to, each once. */
  List<Link> referenced(ObjectRef ref, String path) {
    return schema.foreignKeys(ref.schema(), ref.name()).stream()
        .map(key -> ObjectRef.table(key.targetSchema(), key.targetTable()))
        .distinct()
        .map(target -> new Link(target.display(), index.href(path, target)))
        .toList();
  }

  /** What a view reads. */
  List<Link> read(ObjectRef ref, String path) {
    return schema
        .find(ref)
        .filter(View.class::isInstance)
        .map(view -> ((View) view).uses())
        .orElse(List.of())
        .stream()
        .map(used -> new Link(used.replaceFirst("^public\\.", ""), index.look(path, used)))
        .toList();
  }

  /** The views that read it. */
  List<Link> views(ObjectRef ref, String path) {
    return links(uses.readers(ref), path);
  }

  /** The routines that name it, those of its triggers included. */
  List<Link> routines(ObjectRef ref, String path) {
    return links(uses.routines(ref), path);
  }

  private List<Link> links(List<? extends SchemaObject> objects, String path) {
    return objects.stream()
        .map(object -> new Link(object.ref().display(), index.href(path, object.ref())))
        .toList();
  }
}
