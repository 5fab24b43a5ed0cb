package dev.annals.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Something that is made in a thread of its own, beside other work.
 *
 * @param made what comes of it
 */
public record Aside<V>(CompletableFuture<V> made) {

  /** What is there already. */
  public static <V> Aside<V> of(V value) {
    return new Aside<>(CompletableFuture.completedFuture(value));
  }

  /** Begins to make it; the process does not wait for it to end. */
  public static <V> Aside<V> begin(String thread, Supplier<V> maker) {
    return new Aside<>(
        CompletableFuture.supplyAsync(
            maker,
            work -> {
              Thread beside = new Thread(work, thread);
              beside.setDaemon(true);
              beside.start();
            }));
  }

  /**
   * Waits for it.
   *
   * @throws RuntimeException what its making threw
   */
  public V result() {
    try {
      return made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits until it is made, or was not to be made. */
  public void await() {
    made.handle((result, failed) -> result).join();
  }
}
