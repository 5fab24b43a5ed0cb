package dev.annals.render.diagram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A layout that is known is the one that would be made. */
class LayoutsTest {

  @BeforeEach
  void nothingIsKnown() {
    Layouts.KNOWN.forget();
  }

  private static List<Box> boxes(Random random, String names) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<Box.Row> rows = new ArrayList<>();
      for (int row = 0; row < 1 + random.nextInt(4); row++) {
        rows.add(new Box.Row(names + row, "text", "", true, "", "", State.SAME));
      }
      boxes.add(
          new Box(
              ObjectRef.table("public", names + i),
              names + i,
              names + i,
              "",
              rows,
              "",
              State.SAME,
              i == 0));
    }
    return boxes;
  }

  private static List<Edge> edges(Random random, String name) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      edges.add(
          new Edge(name, random.nextInt(12), 0, random.nextInt(12), 0, false, false, State.SAME));
    }
    return edges;
  }

  @Test
  void aBundleGivesBackWhatWasMade() {
    for (int seed = 0; seed < 5; seed++) {
      Layouts.KNOWN.forget();
      Layout.Placed made = Layout.of(boxes(new Random(seed), "a"), edges(new Random(seed), "key"));
      byte[] bundle = Layouts.KNOWN.bundle(true).orElseThrow();
      Layouts.KNOWN.forget();
      Layouts.KNOWN.learn(bundle);
      Layout.Placed known =
          Layout.of(boxes(new Random(seed), "b"), edges(new Random(seed), "other"));
      assertEquals(made, known, "names are not part of it; places are the same to the last bit");
      assertTrue(Layouts.KNOWN.bundle(true).isEmpty(), "nothing is new");
      Layouts.KNOWN.forget();
      assertEquals(made, Layout.of(boxes(new Random(seed), "a"), edges(new Random(seed), "key")));
    }
  }

  @Test
  void anotherSizeAnotherOrderOrAnotherLineIsAnotherLayout() {
    List<Box> boxes = boxes(new Random(1), "a");
    List<Edge> edges = edges(new Random(1), "key");
    Layout.Placed made = Layout.of(boxes, edges);
    assertSame(made, Layout.of(boxes, edges));
    List<Box> longer = new ArrayList<>(boxes);
    longer.set(3, boxes(new Random(2), "much_longer_").get(3));
    assertNotEquals(made, Layout.of(longer, edges));
    assertNotEquals(made, Layout.of(boxes, edges.subList(1, 16)));
  }

  @Test
  void whatIsNoBundleIsLeftAlone() {
    List<Box> boxes = boxes(new Random(1), "a");
    List<Edge> edges = edges(new Random(1), "key");
    Layout.Placed made = Layout.of(boxes, edges);
    byte[] bundle = Layouts.KNOWN.bundle(true).orElseThrow();
    for (byte[] bad :
        List.of(new byte[0], new byte[] {0, 0, 0, 9}, Arrays.copyOf(bundle, bundle.length / 2))) {
      Layouts.KNOWN.forget();
      Layouts.KNOWN.learn(bad);
      assertEquals(made, Layout.of(boxes, edges));
      assertArrayEquals(bundle, Layouts.KNOWN.bundle(true).orElseThrow(), "it is made anew");
    }
  }
}
