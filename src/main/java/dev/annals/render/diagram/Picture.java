package dev.annals.render.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

  private record Group(String label, List<Box> boxes, List<Edge> edges, Layout.Placed placed) {
    double width() {
      return placed.width() + (label.isEmpty() ? 0 : 20);
    }

    double height() {
      return placed.height() + (label.isEmpty() ? 0 : 40);
    }
  }

  /** One picture of everything that hangs together. */
  static Diagram of(String title, List<Box> boxes, List<Edge> edges) {
    Picture picture = new Picture(title);
    for (List<Integer> members : components(boxes.size(), edges)) {
      picture.add("", members, boxes, edges);
    }
    return picture.finish(boxes, edges);
  }

  /** One picture of areas, each in a frame of its own. */
  static Diagram ofAreas(
      String title, SortedMap<String, List<Integer>> areas, List<Box> boxes, List<Edge> edges) {
    Picture picture = new Picture(title);
    areas.forEach((name, members) -> picture.add(name, members, boxes, edges));
    return picture.finish(boxes, edges);
  }

  private void add(String label, List<Integer> members, List<Box> boxes, List<Edge> edges) {
    List<Box> own = members.stream().map(boxes::get).toList();
    int[] places = new int[boxes.size()];
    Arrays.fill(places, -1);
    for (int i = 0; i < members.size(); i++) {
      places[members.get(i)] = i;
    }
    List<Edge> within = new ArrayList<>();
    for (Edge edge : edges) {
      int child = places[edge.child()];
      int parent = places[edge.parent()];
      if (child >= 0 && parent >= 0) {
        within.add(
            new Edge(
                edge.name(),
                child,
                edge.childRow(),
                parent,
                edge.parentRow(),
                edge.optional(),
                edge.one(),
                edge.state()));
      }
    }
    groups.add(new Group(label, own, within, Layout.of(own, within)));
  }

  private static List<List<Integer>> components(int size, List<Edge> edges) {
    int[] group = new int[size];
    for (int i = 0; i < size; i++) {
      group[i] = i;
    }
    for (Edge edge : edges) {
      int a = group[edge.child()];
      int b = group[edge.parent()];
      for (int i = 0; i < size && a != b; i++) {
        if (group[i] == Math.max(a, b)) {
          group[i] = Math.min(a, b);
        }
      }
    }
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      members.computeIfAbsent(group[i], g -> new ArrayList<>()).add(i);
    }
    return List.copyOf(members.values());
  }

  /** Shelves: the tallest groups first, row by row, to a width that suits a screen. */
  private Diagram finish(List<Box> boxes, List<Edge> edges) {
    List<Group> order = new ArrayList<>(groups);
    order.sort(Comparator.comparingDouble(Group::height).reversed());
    double area = order.stream().mapToDouble(g -> (g.width() + GAP) * (g.height() + GAP)).sum();
    double widest = order.stream().mapToDouble(Group::width).max().orElse(0);
    double limit = Math.max(widest, Math.sqrt(area * ASPECT));
    List<Svg.Part> parts = new ArrayList<>();
    double x = 0;
    double y = 0;
    double shelf = 0;
    double right = 0;
    for (Group group : order) {
      if (x > 0 && x + group.width() > limit) {
        y += shelf + GAP;
        x = 0;
        shelf = 0;
      }
      boolean framed = !group.label().isEmpty();
      parts.add(
          new Svg.Part(
              group.label(),
              x + (framed ? 12 : 0),
              y + (framed ? 32 : 0),
              group.boxes(),
              group.edges(),
              group.placed()));
      right = Math.max(right, x + group.width());
      shelf = Math.max(shelf, group.height());
      x += group.width() + GAP;
    }
    double height = y + shelf + 4;
    String svg = boxes.isEmpty() ? "" : Svg.draw(title, parts, right + 4, height);
    return new Diagram(
        svg, (int) Math.ceil(right + 4), (int) Math.ceil(height), title, list(boxes, edges));
  }

  private static List<Diagram.Row> list(List<Box> boxes, List<Edge> edges) {
    List<Diagram.Row> rows = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      List<String> relations = new ArrayList<>();
      for (Edge edge : edges) {
        if (edge.child() == i) {
          Box box = boxes.get(i);
          String column =
              edge.childRow() < 0 ? edge.name() : box.rows().get(edge.childRow()).name();
          relations.add(column + " → " + boxes.get(edge.parent()).label());
        }
      }
      Box box = boxes.get(i);
      rows.add(new Diagram.Row(box.label(), box.href(), box.state().label(), relations));
    }
    return rows;
  }
}
