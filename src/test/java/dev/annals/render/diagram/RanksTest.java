package dev.annals.render.diagram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {

  /** A list that counts how often one of its items is looked at. */
  private static final class Counted extends AbstractList<Edge> {
    private final List<Edge> edges;
    private int looks;

    Counted(List<Edge> edges) {
      this.edges = edges;
    }

    @Override
    public Edge get(int index) {
      looks++;
      return edges.get(index);
    }

    @Override
    public int size() {
      return edges.size();
    }
  }

  private static Edge edge(int child, int parent) {
    return new Edge("k", child, -1, parent, -1, false, false, State.SAME);
  }

  @Test
  void whatIsReferredToComesFirst() {
    assertArrayEquals(
        new int[] {2, 1, 0}, Ranks.of(3, List.of(edge(0, 1), edge(1, 2), edge(0, 2))));
  }

  @Test
  void everyKeyIsLookedAtOnceHoweverManyTablesThereAre() {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < 3000; i++) {
      edges.add(edge(i, i / 2));
      edges.add(edge(i, i / 3));
    }
    Counted counted = new Counted(edges);
    Ranks.of(3000, counted);
    assertTrue(counted.looks <= edges.size(), counted.looks + " looks at " + edges.size());
  }
}
