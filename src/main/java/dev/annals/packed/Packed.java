package dev.annals.packed;

import dev.annals.kept.Key;
import dev.annals.kept.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records of the model as bytes and back. A record or text that comes again is a number; a schema
 * is written as what it has unlike the one before. The same value gives the same bytes. Only the
 * build of Annals that wrote bytes can read them, and identities of objects are left out.
 */
public final class Packed {

  private Packed() {}

  /** A record, or a list of them, as bytes. */
  public static byte[] write(Object value) {
    return written(value, PackedOutput.remembering());
  }

  /**
   * A record, or a list of them, as bytes that nobody reads back: where values differ these do.
   * What comes again is written again, which is quicker than to find out that it does.
   */
  public static byte[] plain(Object value) {
    return written(value, PackedOutput.plain());
  }

  private static byte[] written(Object value, PackedOutput out) {
    if (value instanceof Iterable<?> items) {
      items.forEach(item -> Shape.of(item.getClass()).write(item, out));
    } else if (value != null) {
      Shape.of(value.getClass()).write(value, out);
    }
    return out.bytes();
  }

  /**
   * The same of several records, one after the other; a later schema is written as what it has
   * unlike those before: where two lists have the same bytes up to somewhere, they hold the same up
   * to there.
   */
  public static List<byte[]> plainEach(List<? extends Record> values) {
    PackedOutput out = PackedOutput.plain();
    List<byte[]> each = new ArrayList<>(values.size());
    for (Record value : values) {
      Shape.of(value.getClass()).write(value, out);
      each.add(out.taken());
    }
    return each;
  }

  /** What was kept as a record; what cannot be read is forgotten. */
  public static <T extends Record> Optional<T> read(Store store, Key key, Class<T> type) {
    try {
      return store.get(key).map(bytes -> read(bytes, type));
    } catch (IllegalArgumentException e) {
      store.drop(key);
      return Optional.empty();
    }
  }

  /**
   * Reads what {@link #write} wrote of a record.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static <T extends Record> T read(byte[] bytes, Class<T> type) {
    try {
      return type.cast(Shape.of(type).read(new PackedInput(bytes)));
    } catch (IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " is written there", e);
    }
  }
}
