package dev.annals.extract.replay;

import dev.annals.model.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One thread beside the one that speaks with the server; it does its work in order. */
final class Beside implements AutoCloseable {

  private final ExecutorService thread;

  Beside(String name) {
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  <T> Future<T> submit(Callable<T> work) {
    return thread.submit(work);
  }

  /**
   * Waits for a result.
   *
   * @throws RuntimeException what the work threw
   */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.failure("replaying the migrations: interrupted", "Nothing was published.", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
