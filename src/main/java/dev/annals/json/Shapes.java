package dev.annals.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What rows go by: the components of every record in their order, the constants of every
 * enumeration, and the records behind every interface.
 */
final class Shapes {

  static final String TEXTS = "texts";

  private final SortedMap<String, List<String>> named = new TreeMap<>();

  private final Map<String, Class<?>> types = new HashMap<>();

  private Shapes() {}

  /** Of all that parts of these types may hold. */
  static ObjectNode of(Class<?>... parts) {
    Shapes shapes = new Shapes();
    for (Class<?> part : parts) {
      for (RecordComponent component : part.getRecordComponents()) {
        shapes.collect(component.getGenericType());
      }
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, List<String>> shape : shapes.named.entrySet()) {
      ArrayNode names = node.putArray(shape.getKey());
      shape.getValue().forEach(names::add);
    }
    return node;
  }

  private void collect(Type type) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::collect);
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      enter(
          plain,
          Arrays.stream(plain.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList());
    } else if (plain.isSealed()) {
      if (enter(plain, Records.permitted(plain).stream().map(Class::getSimpleName).toList())) {
        Records.permitted(plain).forEach(this::collect);
      }
    } else if (plain.isRecord()) {
      List<String> names = new ArrayList<>();
      for (RecordComponent component : plain.getRecordComponents()) {
        names.add(component.getName());
      }
      if (enter(plain, names)) {
        for (RecordComponent component : plain.getRecordComponents()) {
          collect(component.getGenericType());
        }
      }
    }
  }

  private boolean enter(Class<?> type, List<String> names) {
    Class<?> former = types.putIfAbsent(type.getSimpleName(), type);
    if (former != null && former != type) {
      throw new IllegalStateException(former + " and " + type + " would share a name");
    }
    return named.putIfAbsent(type.getSimpleName(), names) == null;
  }

  /** The number of a constant in its enumeration. */
  static int constant(Enum<?> constant) {
    return Arrays.asList(constant.getDeclaringClass().getEnumConstants()).indexOf(constant) + 1;
  }

  /** The number of a record among those behind its interface; 0 where it stands for itself. */
  static int sort(Class<?> type) {
    Class<?> parent = Records.sealedParent(type);
    return parent == null ? 0 : Records.permitted(parent).indexOf(type) + 1;
  }
}
