package dev.annals.render;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a page asked of that which the team's pages decide about, and of the past, while it was
 * made, with the answers. Where a later build has the same answers, and all else is the same, it is
 * the same page.
 */
public final class Reads {

  /**
   * How questions about the past begin: what is known of all of it answers them, too, and where it
   * is the same as it was their answers are.
   */
  public static final String PAST = "past:";

  /** The question for all of the past. Who keeps pages knows what to answer. */
  public static final String WHOLE_PAST = PAST + "all";

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
   * @param reads what is known of it already; what is asked meanwhile, by this thread, is added,
   *     with the answers
   */
  public static <T> T during(SortedMap<String, String> reads, Supplier<T> work) {
    SortedMap<String, String> outer = CURRENT.get();
    SortedMap<String, String> own = new TreeMap<>(reads);
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
    if (reads != null
        && !reads.containsKey(question)
        && !(question.startsWith(PAST) && reads.containsKey(WHOLE_PAST))) {
      reads.put(question, answers.to(question));
    }
  }
}
