package dev.annals.packed;

import dev.annals.model.schema.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/** What types of values may be found within others. */
final class Contents {

  private Contents() {}

  /** Whether values of a type may hold schemas. */
  static boolean holdsSchemas(Type type) {
    Set<Type> found = new HashSet<>();
    collect(type, found);
    return found.contains(Schema.class);
  }

  private static void collect(Type type, Set<Type> found) {
    if (!found.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type item : generic.getActualTypeArguments()) {
        collect(item, found);
      }
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        collect(component.getGenericType(), found);
      }
    } else if (type instanceof Class<?> plain && plain.isSealed()) {
      for (Class<?> each : plain.getPermittedSubclasses()) {
        collect(each, found);
      }
    }
  }
}
