package dev.annals.render;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a page asked of that which the team's pages decide about, while it was made, with the
 * answers. Where a later build has the same answers, and all else is the same, it is the same page.
 */
public final class Reads {

  private static final ThreadLocal<SortedMap<String, String>> CURRENT = new ThreadLocal<>();

  private Reads() {}

  /** Says what questions are answered with. */
  public interface Answers {
    /** The answer to a question, or a text that differs where the answer does. */
    String to(String question);
  }

  /**
   * Makes something.
   *
   * @param reads what is asked meanwhile, by this thread, is added, with the answers
   */
  public static <T> T during(SortedMap<String, String> reads, Supplier<T> work) {
    SortedMap<String, String> outer = CURRENT.get();
    SortedMap<String, String> own = new TreeMap<>();
    CURRENT.set(own);
    try {
      return work.get();
    } finally {
      reads.putAll(own);
      if (outer == null) {
        CURRENT.remove();
      } else {
        outer.putAll(own);
        CURRENT.set(outer);
      }
    }
  }

  /** Notes a question; its answer is found out where somebody wants to know. */
  public static void note(String question, Answers answers) {
    SortedMap<String, String> reads = CURRENT.get();
    if (reads != null && !reads.containsKey(question)) {
      reads.put(question, answers.to(question));
    }
  }
}
