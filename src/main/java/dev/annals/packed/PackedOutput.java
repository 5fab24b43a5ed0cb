package dev.annals.packed;

import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where values are written to, with what was written before. */
final class PackedOutput {

  private static final Shape OBJECT = Shape.of(SchemaObject.class);

  private final boolean remembers;
  private byte[] bytes = new byte[1 << 10];
  private int length;
  private final IdentityHashMap<Shape, Map<Object, Integer>> known = new IdentityHashMap<>();
  private final IdentityHashMap<Schema, Integer> schemas = new IdentityHashMap<>();
  private Schema last = Schema.EMPTY;

  private PackedOutput(boolean remembers) {
    this.remembers = remembers;
  }

  /** One in which a value that comes again is a number. */
  static PackedOutput remembering() {
    return new PackedOutput(true);
  }

  /** One in which every value is written. */
  static PackedOutput plain() {
    return new PackedOutput(false);
  }

  boolean remembers() {
    return remembers;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** What was written since this was last asked for. */
  byte[] taken() {
    byte[] taken = bytes();
    length = 0;
    return taken;
  }

  private void put(int b) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) b;
  }

  /** A number of which small ones, be they negative, are short. */
  void number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      put((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** The characters of a text. */
  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    // what is no text in UTF-8, half a pair say, has become a question mark, and is written as it
    // is
    boolean whole =
        !holds(utf8, (byte) '?') || new String(utf8, StandardCharsets.UTF_8).equals(text);
    byte[] raw = whole ? utf8 : halves(text);
    number(whole ? raw.length : -1 - raw.length);
    if (length + raw.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + raw.length));
    }
    System.arraycopy(raw, 0, bytes, length, raw.length);
    length += raw.length;
  }

  private static boolean holds(byte[] bytes, byte wanted) {
    for (byte each : bytes) {
      if (each == wanted) {
        return true;
      }
    }
    return false;
  }

  private static byte[] halves(String text) {
    ByteBuffer all = ByteBuffer.allocate(text.length() * 2);
    all.asCharBuffer().put(text);
    return all.array();
  }

  /** True where the value was written before: its number is written then, and 0 otherwise. */
  boolean again(Shape shape, Object value) {
    Map<Object, Integer> numbers = known.computeIfAbsent(shape, key -> new HashMap<>());
    Integer number = numbers.get(value);
    number(number == null ? 0 : number);
    return number != null;
  }

  /** Gives a value the next number of its shape. */
  void learn(Shape shape, Object value) {
    Map<Object, Integer> numbers = known.get(shape);
    numbers.put(value, numbers.size() + 1);
  }

  /** A schema as runs of objects: so many stay, so many go, these come. */
  void schema(Schema schema) {
    int number = again(schema);
    number(number);
    if (number != 0) {
      return;
    }
    schemas.put(schema, schemas.size() + 1);
    List<SchemaObject> before = last.objects();
    List<SchemaObject> after = schema.objects();
    number(after.size());
    int then = 0;
    int now = 0;
    while (now < after.size()) {
      int stay = 0;
      while (then + stay < before.size()
          && now + stay < after.size()
          && same(before.get(then + stay), after.get(now + stay))) {
        stay++;
      }
      number(stay);
      then += stay;
      now += stay;
      int from = then;
      int first = now;
      while (now < after.size()
          && !(then < before.size() && same(before.get(then), after.get(now)))) {
        int order =
            then == before.size() ? 1 : before.get(then).ref().compareTo(after.get(now).ref());
        then += order <= 0 ? 1 : 0;
        now += order >= 0 ? 1 : 0;
      }
      number(then - from);
      number(now - first);
      after.subList(first, now).forEach(object -> OBJECT.write(object, this));
    }
    last = schema;
  }

  /** The number of a schema that was written before, or 0. */
  private int again(Schema schema) {
    // which of those before is the same one depends on who has made them
    if (remembers && schemas.containsKey(schema)) {
      return schemas.get(schema);
    }
    // a schema that nothing was done to may be the same one or another
    if (!same(last.objects(), schema.objects())) {
      return 0;
    }
    return remembers ? schemas.getOrDefault(last, 0) : 1;
  }

  private static boolean same(List<SchemaObject> before, List<SchemaObject> after) {
    int at = 0;
    while (at < before.size() && at < after.size() && same(before.get(at), after.get(at))) {
      at++;
    }
    return at == before.size() && at == after.size();
  }

  private static boolean same(SchemaObject a, SchemaObject b) {
    return a == b || a.equals(b);
  }
}
