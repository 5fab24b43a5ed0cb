package dev.annals.render.diagram;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.elk.core.math.KVector;

/**
 * Layouts that are known. Where boxes and lines go is decided by their sizes and order alone, so
 * that a layout is known under a SHA-256 of these, in all pictures of a process, and for the next
 * process as a bundle of bytes. A picture is the same with it and without.
 *
 * <p>Safe for use by several threads.
 */
public final class Layouts {

  private static final int FORMAT = 1;

  /** Layouts of so many pictures are kept in memory. */
  private static final int MOST = 100_000;

  private static final Map<String, Layout.Placed> KNOWN = new ConcurrentHashMap<>();
  private static final Set<String> USED = ConcurrentHashMap.newKeySet();
  private static final Set<String> LEARNT = ConcurrentHashMap.newKeySet();

  private Layouts() {}

  /** The layout of an input, made where it is not known. */
  static Layout.Placed of(String input, Supplier<Layout.Placed> layout) {
    String key = key(input);
    Layout.Placed known = KNOWN.get(key);
    if (known == null) {
      known = layout.get();
      if (KNOWN.size() >= MOST) {
        forget();
      }
      KNOWN.put(key, known);
    }
    USED.add(key);
    return known;
  }

  private static String key(String input) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(input.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Nothing is known any more. */
  static void forget() {
    KNOWN.clear();
    USED.clear();
    LEARNT.clear();
  }

  /** Learns a bundle that the same build of Annals has made; what is none is left alone. */
  public static void learn(byte[] bundle) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bundle))) {
      if (in.readInt() != FORMAT) {
        return;
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = in.readUTF();
        KNOWN.putIfAbsent(key, placed(in));
        LEARNT.add(key);
      }
    } catch (IOException e) {
      LEARNT.clear(); // it ends too early: the rest is laid out again
    }
  }

  /** All layouts that were made use of, as a bundle; nothing where they are those learnt. */
  public static Optional<byte[]> bundle() {
    SortedSet<String> keys = new TreeSet<>(USED);
    if (keys.equals(new TreeSet<>(LEARNT))) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      keys.removeIf(key -> !KNOWN.containsKey(key));
      out.writeInt(FORMAT);
      out.writeInt(keys.size());
      for (String key : keys) {
        out.writeUTF(key);
        write(KNOWN.get(key), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no disk behind it
    }
    return Optional.of(bytes.toByteArray());
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
