package dev.annals.render.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays boxes out, each connected group by itself, and packs the groups onto one sheet. */
final class Picture {

  private static final double GAP = 36;
  private static final double ASPECT = 1.6;

  private final String title;
  private final List<Group> groups = new ArrayList<>();

  private Picture(String title) {
    this.title = title;
  }

  private record Group(String label, List<Box> boxes, List<Edge> edges, Layout.Placed placed)
      implements Shelves.Piece {
    @Override
    public double width() {
      return placed.width() + (label.isEmpty() ? 0 : 20);
    }

    @Override
    public double height() {
      return placed.height() + (label.isEmpty() ? 0 : 40);
    }
  }

  /** One picture of everything that hangs together. */
  static Diagram of(String title, List<Box> boxes, List<Edge> edges) {
    return of(title, components(boxes.size(), edges), boxes, edges);
  }

  /** One picture of areas, each in a frame of its own. */
  static Diagram ofAreas(
      String title, SortedMap<String, List<Integer>> areas, List<Box> boxes, List<Edge> edges) {
    return of(title, areas.entrySet().stream().toList(), boxes, edges);
  }

  private static Diagram of(
      String title,
      List<Map.Entry<String, List<Integer>>> members,
      List<Box> boxes,
      List<Edge> edges) {
    Picture picture = new Picture(title);
    int[] group = new int[boxes.size()];
    int[] place = new int[boxes.size()];
    List<List<Edge>> within = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      within.add(new ArrayList<>());
      List<Integer> own = members.get(i).getValue();
      for (int at = 0; at < own.size(); at++) {
        group[own.get(at)] = i;
        place[own.get(at)] = at;
      }
    }
    for (Edge edge : edges) {
      if (group[edge.child()] == group[edge.parent()]) {
        within.get(group[edge.child()]).add(edge.at(place[edge.child()], place[edge.parent()]));
      }
    }
    for (int i = 0; i < members.size(); i++) {
      List<Box> own = members.get(i).getValue().stream().map(boxes::get).toList();
      Layout.Placed placed = Layout.of(own, within.get(i));
      picture.groups.add(new Group(members.get(i).getKey(), own, within.get(i), placed));
    }
    return picture.finish(boxes, edges);
  }

  /** The boxes that hang together, each group under no name, in the order of their first boxes. */
  static List<Map.Entry<String, List<Integer>>> components(int size, List<Edge> edges) {
    int[] parent = new int[size];
    Arrays.setAll(parent, i -> i);
    for (Edge edge : edges) {
      int a = root(parent, edge.child());
      int b = root(parent, edge.parent());
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      members.computeIfAbsent(root(parent, i), g -> new ArrayList<>()).add(i);
    }
    return members.values().stream().map(own -> Map.entry("", own)).toList();
  }

  private static int root(int[] parent, int box) {
    int at = box;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /**
   * The width of shelves, from this one to half as much again, at which a screen shows all the
   * largest.
   */
  private static double limit(List<Group> order, double least) {
    double best = least;
    double smallest = Double.MAX_VALUE;
    for (int step = 0; step <= 10; step++) {
      double limit = least * (1 + step * 0.05);
      Shelves shelves = Shelves.of(order, limit, GAP);
      double size = Math.max(shelves.width() / ASPECT, shelves.height());
      if (size < smallest - 1) {
        smallest = size;
        best = limit;
      }
    }
    return best;
  }

  /** Shelves: the tallest groups first, row by row, to a width that suits a screen. */
  private Diagram finish(List<Box> boxes, List<Edge> edges) {
    List<Group> order = new ArrayList<>(groups);
    order.sort(Comparator.comparingDouble(Group::height).reversed());
    double area = order.stream().mapToDouble(g -> (g.width() + GAP) * (g.height() + GAP)).sum();
    double widest = order.stream().mapToDouble(Group::width).max().orElse(0);
    double limit = limit(order, Math.max(widest, Math.sqrt(area * ASPECT)));
    List<Svg.Part> parts = new ArrayList<>();
    Shelves shelves = Shelves.of(order, limit, GAP);
    for (int i = 0; i < order.size(); i++) {
      Group group = order.get(i);
      Shelves.Point at = shelves.at().get(i);
      boolean framed = !group.label().isEmpty();
      parts.add(
          new Svg.Part(
              group.label(),
              at.x() + (framed ? 12 : 0),
              at.y() + (framed ? 32 : 0),
              group.boxes(),
              group.edges(),
              group.placed()));
    }
    double width = shelves.width() + 4;
    double height = shelves.height() + 4;
    String svg = boxes.isEmpty() ? "" : Svg.draw(title, parts, width, height);
    return new Diagram(
        svg, (int) Math.ceil(width), (int) Math.ceil(height), title, list(boxes, edges));
  }

  private static List<Diagram.Row> list(List<Box> boxes, List<Edge> edges) {
    List<List<String>> relations = new ArrayList<>();
    boxes.forEach(box -> relations.add(new ArrayList<>()));
    for (Edge edge : edges) {
      String column =
          edge.childRow() < 0
              ? edge.name()
              : boxes.get(edge.child()).rows().get(edge.childRow()).name();
      relations.get(edge.child()).add(column + " → " + boxes.get(edge.parent()).label());
    }
    List<Diagram.Row> rows = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      rows.add(new Diagram.Row(box.label(), box.href(), box.state().label(), relations.get(i)));
    }
    return rows;
  }
}
