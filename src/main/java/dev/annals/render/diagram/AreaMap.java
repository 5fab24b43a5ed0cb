package dev.annals.render.diagram;

import dev.annals.model.Counted;
import dev.annals.render.diagram.Layout.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.elk.core.math.KVector;

/**
 * The areas of a schema as a picture: a box for each, and a line between two where foreign keys
 * lead from one into the other, wider where they are more, with an arrow at what is referred to.
 * The largest areas alone where there are very many, and the strongest lines where all of them
 * would be a thicket: what holds the picture together is always among them.
 */
public final class AreaMap {

  /** More areas are not read in one picture. */
  public static final int MOST = 60;

  /** Up to so many lines all are drawn. */
  private static final int FEW_LINES = 12;

  /** So many more lines than areas, where there are more. */
  private static final int MORE_LINES = 6;

  /** The room beside the site's lists. */
  private static final int PAGE = 870;

  private static final int TELEPHONE = 340;
  private static final double GAP = 22;
  private static final int PAD = 12;
  private static final int PORT = 14;
  private static final int TIP = 8;

  /** Of no more areas there is a picture for narrow screens, too. */
  private static final int SMALL = 20;

  /** Smaller letters are not read. */
  private static final double LEAST = 0.8;

  private final AreaJoins joins;
  private final List<String> areas;
  private final List<Join> lines;
  private final int all;

  /** A line: from the area that refers more. */
  private record Join(int from, int to, int keys, int back) {
    int sum() {
      return keys + back;
    }
  }

  /** The map of areas. */
  public AreaMap(AreaJoins joins) {
    this.joins = joins;
    Map<String, Integer> weights = joins.weights();
    this.areas =
        joins.tables().keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(weights::get)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST)
            .sorted()
            .toList();
    List<Join> every = every();
    this.all = every.size();
    this.lines = strongest(every);
  }

  private List<Join> every() {
    List<Join> every = new ArrayList<>();
    for (int a = 0; a < areas.size(); a++) {
      for (int b = a + 1; b < areas.size(); b++) {
        int there = joins.between(areas.get(a), areas.get(b));
        int back = joins.between(areas.get(b), areas.get(a));
        if (there + back > 0) {
          every.add(back > there ? new Join(b, a, back, there) : new Join(a, b, there, back));
        }
      }
    }
    return every;
  }

  /** All lines where they are few, else what joins all that is joined, and the next strongest. */
  private List<Join> strongest(List<Join> every) {
    int room = Math.max(FEW_LINES, areas.size() + MORE_LINES);
    if (every.size() <= room) {
      return every;
    }
    List<Join> byKeys = new ArrayList<>(every);
    byKeys.sort(Comparator.comparingInt(Join::sum).reversed());
    int[] group = new int[areas.size()];
    Arrays.setAll(group, i -> i);
    Set<Join> chosen = new LinkedHashSet<>();
    for (Join join : byKeys) {
      int from = group[join.from()];
      int to = group[join.to()];
      if (from != to) {
        Arrays.setAll(group, i -> group[i] == to ? from : group[i]);
        chosen.add(join);
      }
    }
    for (Join join : byKeys) {
      if (chosen.size() < room) {
        chosen.add(join);
      }
    }
    return every.stream().filter(chosen::contains).toList();
  }

  /** Whether there is anything to see: an area alone needs no picture. */
  public boolean isEmpty() {
    return areas.size() < 2 || lines.isEmpty();
  }

  /** Whether there is a picture for narrow screens. */
  public boolean isSmall() {
    return areas.size() <= SMALL;
  }

  /** How many areas are in the picture. */
  public int shown() {
    return areas.size();
  }

  /** How many lines are drawn. */
  public int lines() {
    return lines.size();
  }

  /** How many there would be between the areas that are shown. */
  public int allLines() {
    return all;
  }

  /**
   * The picture for a page.
   *
   * @param links where the page of an area is
   */
  public String wide(UnaryOperator<String> links) {
    List<Drawn> drawn = new ArrayList<>();
    if (isSmall()) {
      drawn.add(draw(false, Columns.AS_THEY_COME, PAGE));
    }
    return best(PAGE, drawn).svg(links);
  }

  /** The same for a narrow screen. */
  public String tall(UnaryOperator<String> links) {
    return best(TELEPHONE, new ArrayList<>()).svg(links);
  }

  /** What is read best on a page of a width; where no screen shows it all, in shorter rows. */
  private Drawn best(int page, List<Drawn> drawn) {
    int screen = page > TELEPHONE ? 900 : 650;
    if (isSmall()) {
      drawn.add(draw(true, Columns.AS_THEY_COME, page));
    }
    for (int step = 0; step < 3; step++) {
      if (drawn.stream().allMatch(each -> each.cost(page) > screen)) {
        drawn.add(
            draw(true, isSmall() ? new Columns(1, 4 - step) : new Columns(2 + step, 0), page));
      }
    }
    return Collections.min(drawn, Comparator.comparingDouble(each -> each.cost(page)));
  }

  /** The same as text that Mermaid draws. */
  public String mermaid() {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < areas.size(); i++) {
      out.append("  a").append(i + 1).append("[\"").append(MermaidWords.text(areas.get(i)));
      out.append(" (").append(joins.tables().get(areas.get(i))).append(")\"]\n");
    }
    for (Join line : lines) {
      out.append("  a").append(line.from() + 1).append(line.back() > 0 ? " <-->|" : " -->|");
      out.append(line.sum()).append("| a").append(line.to() + 1).append('\n');
    }
    return out.toString().stripTrailing();
  }

  /** An area as it is laid out: turned, where lines run down. */
  private record Node(int width, int height) implements Shape {
    @Override
    public double middle(int row) {
      return height / 2.0;
    }

    @Override
    public boolean free() {
      return true;
    }
  }

  private Node node(int area, boolean down) {
    int room = 12;
    for (Join line : lines) {
      room += line.from() == area ? PORT : 0;
    }
    String name = areas.get(area);
    int tables = joins.tables().get(name);
    double text = Math.max(Box.width(Box.cut(name)), Box.width(tables(area)) * 11 / Box.FONT);
    int width = (int) Math.ceil(text) + 2 * PAD;
    int height = 38 + (int) Math.round(3 * Math.sqrt(tables));
    return down
        ? new Node(height, Math.max(width, room + PORT))
        : new Node(width, Math.max(height, room + PORT));
  }

  private String tables(int area) {
    return Counted.of(joins.tables().get(areas.get(area)), "table");
  }

  /** A group of areas that hang together. */
  private record Group(
      List<Integer> areas, List<Node> nodes, List<Join> lines, Layout.Placed placed, boolean down)
      implements Shelves.Piece {
    @Override
    public double width() {
      return down ? placed.height() : placed.width();
    }

    @Override
    public double height() {
      return down ? placed.width() : placed.height();
    }
  }

  private Drawn draw(boolean down, Columns columns, int room) {
    List<Edge> edges = lines.stream().map(line -> edge(line.from(), line.to())).toList();
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> members : Picture.components(areas.size(), edges)) {
      List<Integer> own = members.getValue();
      Map<Integer, Integer> place = new HashMap<>();
      own.forEach(area -> place.put(area, place.size()));
      List<Node> nodes = own.stream().map(area -> node(area, down)).toList();
      List<Join> within = lines.stream().filter(line -> place.containsKey(line.from())).toList();
      List<Edge> between =
          within.stream().map(line -> edge(place.get(line.from()), place.get(line.to()))).toList();
      groups.add(new Group(own, nodes, within, Layout.of(nodes, between, columns), down));
    }
    groups.sort(Comparator.comparingDouble(Group::height).reversed());
    double widest = groups.stream().mapToDouble(Group::width).max().orElse(0);
    return new Drawn(groups, Shelves.of(groups, Math.max(room, widest), GAP), room);
  }

  private static Edge edge(int from, int to) {
    return new Edge("", from, 0, to, -1, false, false, State.SAME);
  }

  /** A finished layout. */
  private final class Drawn {
    private final List<Group> groups;
    private final Shelves shelves;
    private final int page;
    private final Set<String> tips = new LinkedHashSet<>();
    private final StringBuilder paths = new StringBuilder();
    private final StringBuilder counts = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();

    private Drawn(List<Group> groups, Shelves shelves, int page) {
      this.page = page;
      this.groups = groups;
      this.shelves = shelves;
    }

    /** How tall it is; what is too wide for a page costs more. */
    private double cost(double page) {
      return shelves.height() + (page > TELEPHONE ? 1.2 : 2) * Math.max(0, shelves.width() - page);
    }

    private String svg(UnaryOperator<String> links) {
      for (int i = 0; i < groups.size(); i++) {
        group(groups.get(i), shelves.at().get(i), links);
      }
      long width = Math.round(shelves.width());
      long height = Math.round(shelves.height());
      // what is little too wide is made to fit; what is much too wide is as small as can be read
      boolean fits = width * LEAST <= page;
      double scale = fits ? 1 : LEAST;
      return "<svg class=\"er map"
          + (fits ? " fit" : "")
          + "\" role=\"group\" viewBox=\"0 0 "
          + (width + " " + height)
          + "\" width=\""
          + Math.round(width * scale)
          + "\" height=\""
          + Math.round(height * scale)
          + "\" aria-label=\"Areas\"><g class=\"joins\">"
          + paths
          + "<path class=\"tips\" d=\""
          + String.join("", tips)
          + "\"/></g>"
          + counts
          + boxes
          + "</svg>";
    }

    private void group(Group group, Shelves.Point at, UnaryOperator<String> links) {
      for (int i = 0; i < group.lines().size(); i++) {
        line(group, i, at);
      }
      for (int i = 0; i < group.areas().size(); i++) {
        KVector corner =
            turned(new KVector(group.placed().x().get(i), group.placed().y().get(i)), group, at);
        box(group.areas().get(i), group.nodes().get(i), group.down(), corner, links);
      }
    }

    private static KVector turned(KVector point, Group group, Shelves.Point at) {
      return group.down()
          ? new KVector(at.x() + point.y, at.y() + point.x)
          : new KVector(at.x() + point.x, at.y() + point.y);
    }

    private void line(Group group, int index, Shelves.Point at) {
      Join line = group.lines().get(index);
      List<KVector> points = new ArrayList<>();
      group.placed().routes().get(index).forEach(point -> points.add(turned(point, group, at)));
      if (points.size() < 2) {
        return;
      }
      int last = points.size() - 1;
      number(line, points.get(last), points.get(last - 1));
      points.set(0, tip(points.get(0), points.get(1)));
      if (line.back() > 0) {
        points.set(last, tip(points.get(last), points.get(last - 1)));
      }
      paths.append("<path d=\"").append(Svg.path(points)).append("\" stroke-width=\"");
      paths.append(width(line)).append("\"><title>").append(Svg.escape(words(line)));
      paths.append("</title></path>");
    }

    /** The arrow at the end of a line, which ends a little before. */
    private KVector tip(KVector end, KVector before) {
      long x = Math.round(end.x);
      long y = Math.round(end.y);
      int dx = Long.signum(Math.round(before.x) - x);
      int dy = dx == 0 ? Long.signum(Math.round(before.y) - y) : 0;
      String wings = dx != 0 ? "l" + dx * TIP + " -6v12z" : "l-6 " + dy * TIP + "h12z";
      tips.add("M" + x + " " + y + wings);
      return new KVector(end.x + dx * (TIP - 1.0), end.y + dy * (TIP - 1.0));
    }

    /** How many, beside the line where it leaves what refers. */
    private void number(Join line, KVector end, KVector before) {
      if (line.sum() < 2) {
        return;
      }
      boolean level = Math.round(end.y) == Math.round(before.y);
      boolean left = before.x < end.x;
      double digits = Integer.toString(line.sum()).length() * 6.7;
      double shift = line.back() > 0 ? TIP + 3 : 4;
      double x = level ? end.x + (left ? -shift - digits : shift) : end.x + 5;
      double y = level ? end.y - 4 : before.y < end.y ? end.y - shift : end.y + shift + 8;
      counts.append("<text class=\"er-more\" x=\"").append(Math.round(x));
      counts.append("\" y=\"").append(Math.round(y)).append("\">").append(line.sum());
      counts.append("</text>");
    }

    private void box(
        int area, Node node, boolean down, KVector corner, UnaryOperator<String> links) {
      String name = areas.get(area);
      int width = down ? node.height() : node.width();
      int height = down ? node.width() : node.height();
      int middle = height / 2;
      boxes.append("<a class=\"er-box\" href=\"").append(Svg.escape(links.apply(name)));
      boxes.append("\" transform=\"translate(").append(Math.round(corner.x)).append(' ');
      boxes.append(Math.round(corner.y)).append(")\"><rect width=\"").append(width);
      boxes.append("\" height=\"").append(height).append("\"/><text class=\"er-name\" x=\"");
      boxes.append(PAD).append("\" y=\"").append(middle - 3).append("\">");
      boxes.append(Svg.escape(Box.cut(name)));
      if (!Box.cut(name).equals(name)) {
        boxes.append("<title>").append(Svg.escape(name)).append("</title>");
      }
      boxes.append("</text><text class=\"er-more\" x=\"").append(PAD).append("\" y=\"");
      boxes.append(middle + 13).append("\">").append(tables(area)).append("</text></a>");
    }
  }

  /** From a hair to what can still be told apart. */
  private static String width(Join line) {
    return Long.toString(Math.min(6, Math.round(0.6 + Math.sqrt(line.sum()) * 0.8)));
  }

  private String words(Join line) {
    String from = areas.get(line.from());
    String to = areas.get(line.to());
    String text = from + " refers to " + to + ": " + Counted.of(line.keys(), "foreign key");
    return line.back() == 0
        ? text
        : text + "; " + to + " refers to " + from + ": " + Counted.of(line.back(), "foreign key");
  }
}
