package dev.annals.packed;

import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Where values are read from, with what was read before. */
final class PackedInput {

  private static final Shape OBJECT = Shape.of(SchemaObject.class);

  private final byte[] bytes;
  private int at;
  private final IdentityHashMap<Shape, List<Object>> known = new IdentityHashMap<>();
  private final List<Schema> schemas = new ArrayList<>();
  private List<SchemaObject> last = List.of();

  PackedInput(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number of things that are still to be read: each takes a byte at least. */
  int count() {
    long count = number();
    if (count < 0 || count > bytes.length) {
      throw new IndexOutOfBoundsException("no number of things: " + count);
    }
    return (int) count;
  }

  String text() {
    long length = number();
    boolean whole = length >= 0;
    int size = (int) (whole ? length : -1 - length);
    String text =
        whole
            ? new String(bytes, at, size, StandardCharsets.UTF_8)
            : ByteBuffer.wrap(bytes, at, size).asCharBuffer().toString();
    at += size;
    return text;
  }

  /** The values of a shape so far, by their numbers less one. */
  List<Object> known(Shape shape) {
    return known.computeIfAbsent(shape, key -> new ArrayList<>());
  }

  Schema schema() {
    int number = (int) number();
    if (number != 0) {
      return schemas.get(number - 1);
    }
    int place = schemas.size();
    schemas.add(null);
    int size = (int) number();
    List<SchemaObject> objects = new ArrayList<>();
    int then = 0;
    while (objects.size() < size) {
      int stay = (int) number();
      objects.addAll(last.subList(then, then + stay));
      then += stay + (int) number();
      int come = count();
      for (int i = 0; i < come; i++) {
        objects.add((SchemaObject) OBJECT.read(this));
      }
    }
    last = objects;
    Schema schema = Schema.ofSorted(objects);
    schemas.set(place, schema);
    return schema;
  }
}
