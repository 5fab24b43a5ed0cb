package dev.annals.render.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of a graph in which every node leads to every other (Tarjan), each after the parts that
 * it leads to, and a node after those that it leads to as far as that goes. Linear, and without
 * recursion, because schemas may be deep.
 */
final class Circles {

  private static final int UNSEEN = -1;

  private final List<List<Integer>> out;
  private final int[] seen;
  private final int[] low;
  private final int[] next;
  private final int[] part;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Integer> left = new ArrayList<>();
  private int count;
  private int parts;

  private Circles(List<List<Integer>> out) {
    this.out = out;
    this.seen = new int[out.size()];
    this.low = new int[out.size()];
    this.next = new int[out.size()];
    this.part = new int[out.size()];
    Arrays.fill(seen, UNSEEN);
    Arrays.fill(part, UNSEEN);
  }

  /**
   * The parts of a graph.
   *
   * @param out where each node leads to, by number
   */
  static List<List<Integer>> of(List<List<Integer>> out) {
    Circles circles = new Circles(out);
    for (int node = 0; node < out.size(); node++) {
      if (circles.seen[node] == UNSEEN) {
        circles.walk(node);
      }
    }
    List<List<Integer>> found = new ArrayList<>();
    IntStream.range(0, circles.parts).forEach(i -> found.add(new ArrayList<>()));
    circles.left.forEach(node -> found.get(circles.part[node]).add(node));
    return found;
  }

  private void walk(int start) {
    Deque<Integer> way = new ArrayDeque<>();
    enter(start, way);
    while (!way.isEmpty()) {
      int node = way.peek();
      if (next[node] == out.get(node).size()) {
        leave(node, way);
        continue;
      }
      int target = out.get(node).get(next[node]++);
      if (seen[target] == UNSEEN) {
        enter(target, way);
      } else if (part[target] == UNSEEN) {
        low[node] = Math.min(low[node], seen[target]);
      }
    }
  }

  private void enter(int node, Deque<Integer> way) {
    seen[node] = count;
    low[node] = count++;
    open.push(node);
    way.push(node);
  }

  private void leave(int node, Deque<Integer> way) {
    way.pop();
    left.add(node);
    if (!way.isEmpty()) {
      low[way.peek()] = Math.min(low[way.peek()], low[node]);
    }
    if (low[node] == seen[node]) {
      int member;
      do {
        member = open.pop();
        part[member] = parts;
      } while (member != node);
      parts++;
    }
  }
}
