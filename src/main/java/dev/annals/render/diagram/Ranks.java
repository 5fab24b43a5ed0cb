package dev.annals.render.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * A left-to-right order of the boxes in which as few foreign keys as possible run backwards: the
 * greedy heuristic of Eades, Lin and Smyth (1993).
 */
final class Ranks {

  private Ranks() {}

  static int[] of(int size, List<Edge> edges) {
    int[] in = new int[size];
    int[] out = new int[size];
    List<List<Edge>> at = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      at.add(new ArrayList<>());
    }
    for (Edge edge : edges) {
      at.get(edge.child()).add(edge);
      if (edge.parent() != edge.child()) {
        at.get(edge.parent()).add(edge);
      }
      if (edge.parent() != edge.child()) {
        out[edge.parent()]++;
        in[edge.child()]++;
      }
    }
    boolean[] taken = new boolean[size];
    List<Integer> first = new ArrayList<>();
    List<Integer> last = new ArrayList<>();
    for (int count = 0; count < size; count++) {
      int next = choose(size, taken, in, out);
      taken[next] = true;
      (out[next] == 0 && in[next] > 0 ? last : first).add(next);
      for (Edge edge : at.get(next)) {
        if (edge.parent() == next && !taken[edge.child()]) {
          in[edge.child()]--;
        } else if (edge.child() == next && !taken[edge.parent()]) {
          out[edge.parent()]--;
        }
      }
    }
    return ranks(size, first, last);
  }

  /** A sink, else a source, else the one that gives more than it takes by most. */
  private static int choose(int size, boolean[] taken, int[] in, int[] out) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      if (!taken[i]) {
        if (out[i] == 0 || in[i] == 0) {
          return i;
        }
        if (best < 0 || out[i] - in[i] > out[best] - in[best]) {
          best = i;
        }
      }
    }
    return best;
  }

  private static int[] ranks(int size, List<Integer> first, List<Integer> last) {
    int[] ranks = new int[size];
    int rank = 0;
    for (int box : first) {
      ranks[box] = rank++;
    }
    for (int i = last.size() - 1; i >= 0; i--) {
      ranks[last.get(i)] = rank++;
    }
    return ranks;
  }
}
