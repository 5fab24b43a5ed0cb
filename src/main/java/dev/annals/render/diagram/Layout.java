package dev.annals.render.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayerUnzippingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places boxes and routes foreign keys with ELK's layered algorithm: orthogonal, column to column,
 * the referenced table on the left. The same boxes in the same order give the same picture.
 */
final class Layout {

  private static final int LARGE = 400;

  private final List<? extends Shape> boxes;
  private final List<Edge> edges;
  private final int[] rank;
  private final Map<String, ElkPort> ports = new HashMap<>();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> lines = new ArrayList<>();

  private final Columns columns;

  private Layout(List<? extends Shape> boxes, List<Edge> edges, Columns columns) {
    this.columns = columns;
    this.boxes = boxes;
    this.edges = edges;
    this.rank = Ranks.of(boxes.size(), edges);
  }

  /**
   * How boxes are put below each other.
   *
   * @param parts into how many columns each is parted, so that it is less tall
   * @param most how many stand in one at most, any number for 0; slow where boxes are many
   */
  record Columns(int parts, int most) {
    static final Columns AS_THEY_COME = new Columns(1, 0);
  }

  /**
   * Where everything goes.
   *
   * @param x left edges of the boxes, in their order
   * @param y top edges of the boxes, in their order
   * @param routes the points of each edge, child end last
   * @param dots where a line of a shared bus branches off
   */
  record Placed(
      List<Double> x,
      List<Double> y,
      List<List<KVector>> routes,
      List<KVector> dots,
      double width,
      double height) {}

  static Placed of(List<? extends Shape> boxes, List<Edge> edges) {
    return Layouts.KNOWN.of(input(boxes, edges), () -> fresh(boxes, edges));
  }

  /** The same, less tall. */
  static Placed of(List<? extends Shape> boxes, List<Edge> edges, Columns columns) {
    return Layouts.KNOWN.of(
        input(boxes, edges) + columns, () -> new Layout(boxes, edges, columns).made());
  }

  /** The same, whether it is known or not. */
  static Placed fresh(List<? extends Shape> boxes, List<Edge> edges) {
    return new Layout(boxes, edges, Columns.AS_THEY_COME).made();
  }

  /** All that decides about a layout: names and colours do not. */
  private static String input(List<? extends Shape> boxes, List<Edge> edges) {
    StringBuilder input = new StringBuilder(16 * (boxes.size() + edges.size()));
    for (Shape box : boxes) {
      input.append(box.width()).append(' ').append(box.height()).append(box.free() ? '~' : '\n');
    }
    for (Edge edge : edges) {
      input.append(edge.child()).append(' ').append(edge.childRow()).append(' ');
      input.append(edge.parent()).append(' ').append(edge.parentRow()).append(';');
    }
    return input.toString();
  }

  private Placed made() {
    LayoutMetaDataService.getInstance();
    return place();
  }

  private Placed place() {
    ElkNode graph = ElkGraphUtil.createGraph();
    configure(graph);
    for (Shape box : boxes) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(box.width(), box.height());
      node.setProperty(
          CoreOptions.PORT_CONSTRAINTS,
          box.free() ? PortConstraints.FIXED_SIDE : PortConstraints.FIXED_POS);
      if (columns.parts() > 1) {
        node.setProperty(LayeredOptions.LAYER_UNZIPPING_LAYER_SPLIT, columns.parts());
      }
      nodes.add(node);
    }
    for (int i = 0; i < edges.size(); i++) {
      connect(i);
    }
    new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    return read(graph);
  }

  private void configure(ElkNode graph) {
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(4));
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        boxes.size() > LARGE
            ? NodePlacementStrategy.BRANDES_KOEPF
            : NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    graph.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.TWO_SIDED);
    graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_ACTIVATION_THRESHOLD, 0);
    if (columns.most() > 0) {
      graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
      graph.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, columns.most());
    }
    if (columns.parts() > 1) {
      graph.setProperty(
          LayeredOptions.LAYER_UNZIPPING_STRATEGY, LayerUnzippingStrategy.ALTERNATING);
    }
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, 28.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 50.0);
    graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 14.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
    graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 8.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    graph.setProperty(CoreOptions.SPACING_NODE_SELF_LOOP, 24.0);
  }

  /** Every edge runs from left to right for ELK; one that goes up the ranks leaves its child. */
  private void connect(int index) {
    Edge edge = edges.get(index);
    boolean forward = rank[edge.parent()] < rank[edge.child()];
    boolean loop = edge.parent() == edge.child();
    ElkPort parent =
        port(edge.parent(), edge.parentRow(), forward || loop ? PortSide.EAST : PortSide.WEST, "p");
    ElkPort child =
        port(
            edge.child(),
            edge.childRow(),
            forward && !loop ? PortSide.WEST : PortSide.EAST,
            "c" + index);
    lines.add(
        forward || loop
            ? ElkGraphUtil.createSimpleEdge(parent, child)
            : ElkGraphUtil.createSimpleEdge(child, parent));
  }

  /** All keys that point at one column share its port; each that leaves one has its own. */
  private ElkPort port(int box, int row, PortSide side, String use) {
    String key = box + " " + row + " " + side + " " + use;
    return ports.computeIfAbsent(
        key,
        name -> {
          ElkPort port = ElkGraphUtil.createPort(nodes.get(box));
          port.setProperty(CoreOptions.PORT_SIDE, side);
          double shift = use.equals("p") ? 0 : ((ports.size() % 3) - 1) * 4;
          port.setLocation(
              side == PortSide.EAST ? boxes.get(box).width() : 0,
              boxes.get(box).middle(row) + shift);
          return port;
        });
  }

  private Placed read(ElkNode graph) {
    List<Double> x = nodes.stream().map(ElkNode::getX).toList();
    List<Double> y = nodes.stream().map(ElkNode::getY).toList();
    List<List<KVector>> routes = new ArrayList<>();
    List<KVector> dots = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Edge edge = edges.get(i);
      boolean forward = rank[edge.parent()] < rank[edge.child()] || edge.parent() == edge.child();
      routes.add(route(lines.get(i), forward));
      lines.get(i).getProperty(CoreOptions.JUNCTION_POINTS).forEach(dots::add);
    }
    return new Placed(x, y, routes, dots, graph.getWidth(), graph.getHeight());
  }

  private static List<KVector> route(ElkEdge line, boolean forward) {
    List<KVector> points = new ArrayList<>();
    for (ElkEdgeSection section : line.getSections()) {
      points.add(new KVector(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new KVector(bend.getX(), bend.getY()));
      }
      points.add(new KVector(section.getEndX(), section.getEndY()));
    }
    if (!forward) {
      Collections.reverse(points);
    }
    return points;
  }
}
