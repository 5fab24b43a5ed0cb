package dev.annals.packed;

import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How values of one type are written and read. */
abstract class Shape {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return shape(type);
        }
      };

  /** Writes a value. */
  abstract void write(Object value, PackedOutput out);

  /** Reads one. */
  abstract Object read(PackedInput in);

  /** The shape of a class. */
  static Shape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** The shape of a component's type. */
  static Shape of(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return of((Class<?>) type);
    }
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] items = generic.getActualTypeArguments();
    if (Map.class.isAssignableFrom(raw)) {
      return new MapShape(items[0], items[1]);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return new ListShape(items[0], !raw.isAssignableFrom(List.class));
    }
    throw new IllegalStateException("values of " + type + " are not written");
  }

  private static Shape shape(Class<?> type) {
    if (type == String.class) {
      return new TextShape();
    }
    if (type == int.class || type == Integer.class) {
      return NumberShape.INT;
    }
    if (type == long.class || type == Long.class) {
      return NumberShape.LONG;
    }
    if (type == boolean.class || type == Boolean.class) {
      return NumberShape.FLAG;
    }
    if (type == Schema.class) {
      return new SchemaShape();
    }
    if (type == Snapshot.class) {
      return new SnapshotShape();
    }
    if (type.isEnum()) {
      return new EnumShape(type);
    }
    if (type.isSealed()) {
      return new SealedShape(type);
    }
    if (type.isRecord()) {
      return new RecordShape(type);
    }
    throw new IllegalStateException("values of " + type + " are not written");
  }

  /** A schema, as what it has unlike the one before. */
  private static final class SchemaShape extends Shape {
    @Override
    void write(Object value, PackedOutput out) {
      out.schema((Schema) value);
    }

    @Override
    Object read(PackedInput in) {
      return in.schema();
    }
  }

  /** A snapshot without its identities, which hold within one replay only. */
  private static final class SnapshotShape extends Shape {
    @Override
    void write(Object value, PackedOutput out) {
      out.schema(((Snapshot) value).schema());
    }

    @Override
    Object read(PackedInput in) {
      return Snapshot.of(in.schema());
    }
  }

  /** One of the records behind an interface. */
  private static final class SealedShape extends Shape {
    private final Class<?>[] permitted;
    private final IdentityHashMap<Class<?>, Integer> numbers = new IdentityHashMap<>();
    private final Shape[] shapes;

    SealedShape(Class<?> type) {
      this.permitted = type.getPermittedSubclasses();
      this.shapes = new Shape[permitted.length];
      for (int i = 0; i < permitted.length; i++) {
        numbers.put(permitted[i], i);
      }
    }

    /** Found late, since records may hold others of the interface. */
    private Shape shape(int number) {
      Shape shape = shapes[number];
      if (shape == null) {
        shape = of(permitted[number]);
        shapes[number] = shape;
      }
      return shape;
    }

    @Override
    void write(Object value, PackedOutput out) {
      int number = numbers.get(value.getClass());
      out.number(number);
      shape(number).write(value, out);
    }

    @Override
    Object read(PackedInput in) {
      return shape((int) in.number()).read(in);
    }
  }

  /** A constant, by its number. */
  private static final class EnumShape extends Shape {
    private final Object[] constants;
    private final List<Object> numbered;

    EnumShape(Class<?> type) {
      this.constants = type.getEnumConstants();
      this.numbered = List.of(constants);
    }

    @Override
    void write(Object value, PackedOutput out) {
      out.number(numbered.indexOf(value));
    }

    @Override
    Object read(PackedInput in) {
      return constants[(int) in.number()];
    }
  }
}
