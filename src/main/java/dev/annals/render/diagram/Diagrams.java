package dev.annals.render.diagram;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The entity-relationship diagrams of a schema. The same schema gives the same picture, and every
 * method may be called by several threads.
 */
public final class Diagrams {

  private static final int ALL_COLUMNS = 30;
  private static final int KEYS_ONLY = 70;
  private static final int NAMES_ABOVE = 24;

  /** In a picture of several tables nobody reads more columns of one. */
  private static final int TALLEST = 40;

  private static final int LISTED_ABOVE = 60;

  /** With more tables than this the second hop says less than the diagram of the area. */
  private static final int WIDER = 12;

  private static final int RELEASE_TABLES = 40;

  private static final String ALL = "All tables";

  private static final List<String> FAR = List.of("", ", two steps away", ", three steps away");

  private Diagrams() {}

  /**
   * A table and what it is related to.
   *
   * @param hops 1 or 2
   * @return an empty diagram where the table is related to nothing, to too much to draw, or to no
   *     more than one hop shows
   */
  public static Diagram neighbourhood(Schema schema, ObjectRef table, int hops, LinkMaker links) {
    return neighbourhood(schema, table, hops, Detail.ALL, links);
  }

  /** The same, one step, for the page that lists the table's columns: its keys are drawn alone. */
  public static Diagram relations(Schema schema, ObjectRef table, LinkMaker links) {
    return neighbourhood(schema, table, 1, Detail.KEYS, links);
  }

  private static Diagram neighbourhood(
      Schema schema, ObjectRef table, int hops, Detail detail, LinkMaker links) {
    Drawing drawing = new Drawing(schema, links);
    Set<ObjectRef> near = drawing.neighbours(table);
    Set<ObjectRef> shown = new TreeSet<>(near);
    Set<ObjectRef> edge = near;
    for (int hop = 1; hop < hops && near.size() <= NAMES_ABOVE; hop++) {
      Set<ObjectRef> next = new TreeSet<>();
      edge.stream()
          .map(drawing::neighbours)
          .filter(each -> each.size() <= 12)
          .forEach(next::addAll);
      next.removeAll(shown);
      shown.addAll(next);
      edge = next;
    }
    shown.remove(table);
    String title = "Relations of " + table.display() + FAR.get(Math.min(hops, 3) - 1);
    boolean nothingMore = hops > 1 && shown.size() == near.size();
    if (shown.isEmpty() || nothingMore || shown.size() > (hops > 1 ? WIDER : LISTED_ABOVE)) {
      return new Diagram("", 0, 0, title, List.of());
    }
    drawing.add(table, near.size() > NAMES_ABOVE ? Detail.KEYS : detail, true);
    for (ObjectRef one : shown) {
      boolean names = near.size() > NAMES_ABOVE || !near.contains(one);
      drawing.add(one, names ? Detail.NAME : Detail.LINKS, false);
    }
    return drawing.draw(title);
  }

  /** Whether all tables are in one schema: their names are shorter then. */
  public static boolean ofOneSchema(Schema schema) {
    return Relations.of(schema).ofOneSchema();
  }

  /** The tables that a table refers to or that refer to it, sorted, without itself. */
  public static Set<ObjectRef> neighbours(Schema schema, ObjectRef table) {
    return Relations.of(schema).neighbours(table);
  }

  /** Whether a table is related to tables that are themselves related to others. */
  public static boolean reachesFurther(Schema schema, ObjectRef table) {
    Set<ObjectRef> near = neighbours(schema, table);
    return near.stream()
        .flatMap(one -> neighbours(schema, one).stream())
        .anyMatch(far -> !far.equals(table) && !near.contains(far));
  }

  /** The whole schema: flat where it is small, by area where it is not. */
  public static Diagram whole(Schema schema, Areas areas, LinkMaker links) {
    int tables = new Drawing(schema, links).tables().size();
    Detail detail = tables <= ALL_COLUMNS ? Detail.ALL : Detail.KEYS;
    return whole(schema, tables > KEYS_ONLY ? areas : null, detail, links);
  }

  /** The whole schema as a reader asks for it. */
  public static Diagram whole(Schema schema, Areas areas, Show show, LinkMaker links) {
    int tables = new Drawing(schema, links).tables().size();
    boolean apart = show == Show.AREAS || tables > KEYS_ONLY;
    Detail detail =
        switch (show) {
          case NAMES -> Detail.NAME;
          case KEYS, AREAS -> Detail.KEYS;
          case ALL -> Detail.ALL;
        };
    return whole(schema, apart ? areas : null, detail, links);
  }

  private static Diagram whole(Schema schema, Areas areas, Detail detail, LinkMaker links) {
    Drawing drawing = new Drawing(schema, links);
    List<ObjectRef> tables = drawing.tables();
    if (areas == null) {
      tables.forEach(table -> drawing.add(table, detail, false));
      return drawing.draw(ALL);
    }
    SortedMap<String, List<Integer>> members = new TreeMap<>();
    for (ObjectRef table : tables) {
      members.computeIfAbsent(areas.of(table), area -> new ArrayList<>()).add(drawing.size());
      drawing.add(table, detail, false);
    }
    return drawing.drawAreas(ALL, members, areas);
  }

  /** What a reader may ask the picture of the whole to show of each table. */
  public enum Show {
    NAMES,
    KEYS,
    ALL,
    /** Keys, area by area. */
    AREAS
  }

  /** The tables of one area, with what lies outside as chips. */
  public static Diagram area(Schema schema, Areas areas, String area, LinkMaker links) {
    Drawing drawing = new Drawing(schema, links);
    List<ObjectRef> tables =
        drawing.tables().stream().filter(table -> areas.of(table).equals(area)).toList();
    for (ObjectRef table : tables) {
      boolean all =
          tables.size() <= ALL_COLUMNS
              && schema.columns(table.schema(), table.name()).size() <= TALLEST;
      drawing.add(table, all ? Detail.ALL : Detail.KEYS, false);
    }
    return drawing.draw("Area " + area);
  }

  /**
   * What a release changed: the union of both schemas around the tables it touched, each thing
   * marked as added, changed or removed.
   */
  public static Diagram release(
      Schema before, Schema after, List<Change> changes, LinkMaker links) {
    Marks marks = Marks.of(changes);
    Schema union = marks.union(before, after);
    Drawing drawing = new Drawing(union, links, marks);
    List<ObjectRef> touched =
        drawing.tables().stream()
            .filter(table -> marks.touches(table))
            .limit(RELEASE_TABLES)
            .toList();
    Set<ObjectRef> near = new TreeSet<>();
    for (ObjectRef table : touched) {
      drawing.add(table, Detail.MARKED, false);
      near.addAll(drawing.neighbours(table));
    }
    near.removeAll(touched);
    if (near.size() + touched.size() <= RELEASE_TABLES) {
      near.forEach(table -> drawing.add(table, Detail.NAME, false));
    }
    return drawing.draw("What this release changed");
  }
}
