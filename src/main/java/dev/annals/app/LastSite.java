package dev.annals.app;

import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.site.SiteFormat;
import dev.annals.packed.Packed;
import dev.annals.publish.Published;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the last build published in a folder, how the files were then, and what it was made of. */
final class LastSite {

  /**
   * What is kept.
   *
   * @param inputs differs where anything does that decides about the site; empty where that is not
   *     known
   * @param notes what was told about it
   */
  private record Last(String inputs, List<String> notes) {}

  private static final Last NONE = new Last("", List.of());

  private final Optional<Store> store;
  private final Key key;
  private final Last last;
  private final Published files;

  private LastSite(Optional<Store> store, Key key) {
    this.store = store;
    this.key = key;
    Optional<byte[]> bytes = store.flatMap(each -> each.get(key));
    this.last = bytes.map(LastSite::last).orElse(NONE);
    this.files = last.equals(NONE) ? Published.NONE : files(bytes.get());
  }

  /** What is known of a folder; nothing where nothing is to be kept. */
  static LastSite in(Path output, BuildRequest request, SiteFormat format) {
    String folder = output.toAbsolutePath().normalize().toString();
    return new LastSite(
        request.cached() ? Optional.of(Caches.work(request.environment())) : Optional.empty(),
        Key.of("published", Edition.current(), folder, format.label()));
  }

  /** Both stand in one file, so that they are of one build: what it was made of, then the files. */
  private static byte[] bytes(Last last, Published files) {
    byte[] first = Packed.write(last);
    byte[] second = files.write();
    return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
        .putInt(first.length)
        .put(first)
        .put(second)
        .array();
  }

  private static Last last(byte[] bytes) {
    try {
      int length = ByteBuffer.wrap(bytes).getInt();
      return Packed.read(
          Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + length), Last.class);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return NONE;
    }
  }

  private static Published files(byte[] bytes) {
    int length = ByteBuffer.wrap(bytes).getInt();
    try {
      return Published.read(Arrays.copyOfRange(bytes, Integer.BYTES + length, bytes.length));
    } catch (IllegalArgumentException e) {
      return Published.NONE;
    }
  }

  /** How the files were. */
  Published files() {
    return files;
  }

  /** What was told. */
  List<String> notes() {
    return last.notes();
  }

  /** True where it was made of the same. */
  boolean madeOf(Optional<String> inputs) {
    return inputs.isPresent() && last.inputs().equals(inputs.get());
  }

  /** Keeps it for the next build. */
  void keep(Optional<String> inputs, List<String> notes, Published files) {
    store.ifPresent(each -> each.put(key, bytes(new Last(inputs.orElse(""), notes), files)));
  }
}
