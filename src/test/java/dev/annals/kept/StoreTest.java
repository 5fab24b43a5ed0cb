package dev.annals.kept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bounded folder that never fails. */
class StoreTest {

  @TempDir Path folder;

  private static byte[] noise(int seed) {
    byte[] bytes = new byte[1000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static Key key(int number) {
    return Key.of("k", String.valueOf(number));
  }

  @Test
  void partsAreNotRunTogether() {
    assertNotEquals(Key.of("ab", "c"), Key.of("a", "bc"));
    assertNotEquals(Key.of("a"), Key.of("a", ""));
  }

  private Path file(int number) {
    String hex = key(number).hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  @Test
  void whatLiesUnderAnothersNameIsNotGiven() throws IOException {
    Store store = new Store(folder, 10_000);
    store.put(key(1), noise(1));
    store.put(key(2), noise(2));
    Files.copy(file(1), file(2), StandardCopyOption.REPLACE_EXISTING);
    assertTrue(store.get(key(2)).isEmpty());
    assertArrayEquals(noise(1), store.get(key(1)).orElseThrow());
  }

  @Test
  void theLongestUnusedGoes() throws IOException {
    Store store = new Store(folder, 10_000);
    for (int i = 0; i < 20; i++) {
      store.put(key(i), noise(i));
      Files.setLastModifiedTime(
          file(i), FileTime.from(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i)));
    }
    assertArrayEquals(noise(0), store.get(key(0)).orElseThrow()); // used just now
    store.trim();
    assertTrue(store.get(key(0)).isPresent());
    assertTrue(store.get(key(1)).isEmpty());
    assertTrue(store.get(key(19)).isPresent());
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertTrue(files.size() <= 8 && files.size() >= 6, () -> files.size() + " files");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsAnEmptyOne() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Store store = new Store(file, 1000);
    store.put(key(1), noise(1));
    store.trim();
    assertTrue(store.get(key(1)).isEmpty());
    assertEquals("no folder", Files.readString(file));
  }

  @Test
  void anotherBuildIsAnotherEdition() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("a"));
    Files.writeString(classes.resolve("A.class"), "one");
    String first = Edition.of(classes);
    assertEquals(first, Edition.of(classes));
    Files.writeString(classes.resolve("A.class"), "two");
    assertNotEquals(first, Edition.of(classes));
    assertEquals(64, Edition.current().length());
  }
}
