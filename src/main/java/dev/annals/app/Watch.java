package dev.annals.app;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits until something happens in some folders. */
final class Watch implements AutoCloseable {

  /** An editor writes a file in several steps; this long after the last one it is done. */
  private static final int SETTLED_MILLIS = 15;

  private static final int STEPS = 20;

  /** Some file systems tell nothing (containers, networks), and some systems tell it late. */
  private static final int UNTOLD_MILLIS = 2_000;

  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  Watch() {
    try {
      this.service = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw Problem.failure(
          "watching the project: " + e.getMessage(),
          "Are too many programs watching files? On Linux see fs.inotify.max_user_instances.",
          e);
    }
  }

  /** Watches these folders, and no others. */
  void folders(Set<Path> folders) {
    keys.keySet().removeIf(folder -> !folders.contains(folder) && cancelled(folder));
    for (Path folder : folders) {
      WatchKey key = keys.get(folder);
      if (key == null || !key.isValid()) {
        try {
          keys.put(
              folder,
              folder.register(
                  service,
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY,
                  StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
          keys.remove(folder); // it has gone, or there are too many: it is looked at now and then
        }
      }
    }
  }

  private boolean cancelled(Path folder) {
    keys.get(folder).cancel();
    return true;
  }

  /**
   * Waits until something may have happened, and a moment longer.
   *
   * @return false once it was closed
   */
  boolean await() throws InterruptedException {
    try {
      WatchKey key = service.poll(UNTOLD_MILLIS, TimeUnit.MILLISECONDS);
      for (int i = 0; key != null && i < STEPS; i++) {
        key.pollEvents();
        key.reset();
        key = service.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (key != null) {
        key.pollEvents();
        key.reset();
      }
      return true;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw Problem.failure("ending to watch the project: " + e.getMessage(), "", e);
    }
  }
}
