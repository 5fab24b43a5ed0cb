package dev.annals.packed;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * A record by its components; one that comes again is a number, but for those that hold whole
 * schemas, which are costly to compare.
 */
final class RecordShape extends Shape {

  private final Method[] accessors;
  private final RecordComponent[] components;
  private final Constructor<?> constructor;
  private final boolean shared;
  private Shape[] shapes;

  RecordShape(Class<?> type) {
    this.components = type.getRecordComponents();
    this.shared = !Contents.holdsSchemas(type);
    this.accessors = new Method[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        accessors[i].setAccessible(true);
        types[i] = components[i].getType();
      }
      this.constructor = type.getDeclaredConstructor(types);
      this.constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is no record", e);
    }
  }

  /** Those of its components: found late, since records may hold records of their own sort. */
  private Shape[] shapes() {
    Shape[] found = shapes;
    if (found == null) {
      found = new Shape[components.length];
      for (int i = 0; i < components.length; i++) {
        found[i] = of(components[i].getGenericType());
      }
      shapes = found;
    }
    return found;
  }

  @Override
  void write(Object value, PackedOutput out) {
    boolean known = shared && out.remembers();
    Hashed hashed = known ? Hashed.of(value) : null;
    if (known && out.again(this, hashed)) {
      return;
    }
    Shape[] all = shapes();
    try {
      for (int i = 0; i < all.length; i++) {
        all[i].write(accessors[i].invoke(value), out);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(value.getClass() + " cannot be read", e);
    }
    if (known) {
      out.learn(this, hashed);
    }
  }

  @Override
  Object read(PackedInput in) {
    int number = shared ? (int) in.number() : 0;
    List<Object> known = in.known(this);
    if (number != 0) {
      return known.get(number - 1);
    }
    Shape[] all = shapes();
    Object[] values = new Object[all.length];
    for (int i = 0; i < all.length; i++) {
      values[i] = all[i].read(in);
    }
    try {
      Object made = constructor.newInstance(values);
      known.add(made);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no such record can be made of it", e);
    }
  }
}
