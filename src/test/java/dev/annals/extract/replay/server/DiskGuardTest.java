package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskGuardTest {

  private static final long LIMIT = 1 << 20;

  @TempDir Path folder;

  private final AtomicLong free = new AtomicLong(1L << 40);
  private final Semaphore looks = new Semaphore(0);
  private final Semaphore calls = new Semaphore(0);

  private DiskGuard guard;

  private void guard(long limit) throws IOException {
    guard = DiskGuard.start(folder, limit, this::space, calls::release);
  }

  @AfterEach
  void end() {
    guard.close();
  }

  private long space() {
    looks.release();
    return free.get();
  }

  private void write(String name, int bytes) throws IOException {
    Files.write(folder.resolve(name), new byte[bytes]);
    free.addAndGet(-bytes);
  }

  private boolean isCalled() throws InterruptedException {
    return calls.tryAcquire(20, TimeUnit.SECONDS);
  }

  /** Two more looks: the first of them may have begun before. */
  private void look() throws InterruptedException {
    looks.drainPermits();
    assertTrue(looks.tryAcquire(2, 20, TimeUnit.SECONDS));
  }

  @Test
  void aFolderThatGrowsTooLargeIsToldUntilTheEnd() throws Exception {
    guard(LIMIT);
    write("base", (int) LIMIT - 1);
    look();
    assertEquals(0, calls.availablePermits());
    Files.createDirectories(folder.resolve("17"));
    write("17/more", 2);
    assertTrue(isCalled());
    assertTrue(isCalled(), "a session that began anew must end too");
    guard.close();
    looks.drainPermits();
    assertFalse(looks.tryAcquire(2, 1, TimeUnit.SECONDS), "it is closed");
  }

  @Test
  void whatOthersWriteIsNotHeldAgainstIt() throws Exception {
    guard(LIMIT);
    free.addAndGet(-10 * LIMIT);
    look();
    assertEquals(0, calls.availablePermits());
    write("base", (int) LIMIT + 1);
    assertTrue(isCalled());
  }

  @Test
  void whereLittleIsFreeLessIsAllowed() throws Exception {
    free.set(3L << 30);
    guard(100L << 30);
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("base").toFile(), "rw")) {
      sparse.setLength(1400L << 20);
      free.addAndGet(-1400L << 20);
      look();
      assertEquals(0, calls.availablePermits(), "half of what is free");
      sparse.setLength(1600L << 20);
      free.addAndGet(-200L << 20);
      assertTrue(isCalled());
    }
  }
}
