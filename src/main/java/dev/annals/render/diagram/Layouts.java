package dev.annals.render.diagram;

import dev.annals.model.schema.ObjectRef;
import dev.annals.render.Remembered;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.core.math.KVector;

/**
 * Layouts that are known: where boxes and lines go is decided by their sizes and order alone, so
 * that one layout serves every picture of a process and of the next.
 */
public final class Layouts {

  static final Remembered<Layout.Placed> KNOWN = new Remembered<>(Layouts::write, Layouts::placed);

  private Layouts() {}

  /** Loads what the first layout of a process needs; the layout of two boxes is not kept. */
  public static void prepare() {
    ObjectRef ref = ObjectRef.table("", "");
    Box box = new Box(ref, "", "", "", List.of(), "", State.SAME, false);
    Layout.fresh(List.of(box, box), List.of(new Edge("", 0, -1, 1, -1, false, false, State.SAME)));
  }

  /** All that this process knows. */
  public static Remembered<?> known() {
    return KNOWN;
  }

  private static void write(Layout.Placed placed, DataOutputStream out) throws IOException {
    out.writeInt(placed.x().size());
    for (int i = 0; i < placed.x().size(); i++) {
      out.writeDouble(placed.x().get(i));
      out.writeDouble(placed.y().get(i));
    }
    out.writeInt(placed.routes().size());
    for (List<KVector> route : placed.routes()) {
      write(route, out);
    }
    write(placed.dots(), out);
    out.writeDouble(placed.width());
    out.writeDouble(placed.height());
  }

  private static void write(List<KVector> points, DataOutputStream out) throws IOException {
    out.writeInt(points.size());
    for (KVector point : points) {
      out.writeDouble(point.x);
      out.writeDouble(point.y);
    }
  }

  private static Layout.Placed placed(DataInputStream in) throws IOException {
    int boxes = in.readInt();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < boxes; i++) {
      x.add(in.readDouble());
      y.add(in.readDouble());
    }
    int lines = in.readInt();
    List<List<KVector>> routes = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      routes.add(points(in));
    }
    return new Layout.Placed(x, y, routes, points(in), in.readDouble(), in.readDouble());
  }

  private static List<KVector> points(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<KVector> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new KVector(in.readDouble(), in.readDouble()));
    }
    return points;
  }
}
