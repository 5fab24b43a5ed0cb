package dev.annals.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The model's records as JSON, both ways, by their components alone: empty texts, empty lists,
 * false and zero are left out and come back as what they were; a record behind a sealed interface
 * says which it is under the key {@code is}; a map whose keys are not texts is a list of pairs.
 *
 * <p>Written by hand because left-out values have to come back as empty ones, never as null, and
 * because the JSON Schema is derived from the same components.
 */
final class Records {

  static final String IS = "is";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private Records() {}

  /** A value as JSON. */
  static JsonNode write(Object value) {
    if (value instanceof Record r) {
      return writeRecord(r);
    }
    if (value instanceof Map<?, ?> map) {
      return writeMap(map);
    }
    if (value instanceof Collection<?> items) {
      ArrayNode array = JSON.arrayNode();
      items.forEach(item -> array.add(write(item)));
      return array;
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Integer number) {
      return JSON.numberNode(number.intValue());
    }
    if (value instanceof Long number) {
      return JSON.numberNode(number.longValue());
    }
    if (value instanceof Enum<?> constant) {
      return JSON.stringNode(constant.name());
    }
    return JSON.stringNode((String) value);
  }

  /** A record as JSON, naming its type where an interface stands for several. */
  static ObjectNode writeRecord(Record value) {
    ObjectNode node = JSON.objectNode();
    if (sealedParent(value.getClass()) != null) {
      node.put(IS, value.getClass().getSimpleName());
    }
    for (RecordComponent component : components(value.getClass())) {
      Object item = get(value, component);
      if (!isEmpty(item)) {
        node.set(component.getName(), write(item));
      }
    }
    return node;
  }

  private static JsonNode writeMap(Map<?, ?> map) {
    if (isNamed(map)) {
      ObjectNode node = JSON.objectNode();
      map.forEach((key, item) -> node.set((String) key, write(item)));
      return node;
    }
    ArrayNode array = JSON.arrayNode();
    map.forEach((key, item) -> array.add(JSON.arrayNode().add(write(key)).add(write(item))));
    return array;
  }

  /** Whether a value is not written down. */
  static boolean isEmpty(Object item) {
    return "".equals(item)
        || Boolean.FALSE.equals(item)
        || Integer.valueOf(0).equals(item)
        || Long.valueOf(0).equals(item)
        || (item instanceof Collection<?> items && items.isEmpty())
        || (item instanceof Map<?, ?> map && map.isEmpty());
  }

  /** Whether a map's keys are texts. */
  static boolean isNamed(Map<?, ?> map) {
    return map.keySet().stream().allMatch(String.class::isInstance);
  }

  /** What a record consists of, in its order. */
  static RecordComponent[] components(Class<?> type) {
    return SHAPES.get(type).components();
  }

  /** Whether a component of that type has an empty value, which is not written down. */
  static boolean mayBeLeftOut(Class<?> type) {
    return type == String.class
        || type.isPrimitive()
        || Number.class.isAssignableFrom(type)
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }

  /**
   * A value of a type, from JSON.
   *
   * @throws IllegalArgumentException if the JSON is of another shape
   */
  static Object read(JsonNode node, Type type) {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(node, generic);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == String.class) {
      return node == null ? "" : node.asString();
    }
    if (wanted == boolean.class) {
      return node != null && node.asBoolean();
    }
    if (wanted == int.class || wanted == Integer.class) {
      return node == null ? 0 : node.asInt();
    }
    if (wanted == long.class || wanted == Long.class) {
      return node == null ? 0L : node.asLong();
    }
    if (wanted.isEnum()) {
      return constant(node == null ? "" : node.asString(), wanted);
    }
    return readRecord(node, concrete(node, wanted));
  }

  private static Object readGeneric(JsonNode node, ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (Map.class.isAssignableFrom(raw)) {
      return readMap(node, type, raw == SortedMap.class);
    }
    List<Object> items = new ArrayList<>();
    if (node != null) {
      node.forEach(item -> items.add(read(item, type.getActualTypeArguments()[0])));
    }
    return raw == Set.class ? new TreeSet<>(items) : items;
  }

  private static Object readMap(JsonNode node, ParameterizedType type, boolean sorted) {
    Map<Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    Type key = type.getActualTypeArguments()[0];
    Type item = type.getActualTypeArguments()[1];
    if (node != null && node.isObject()) {
      node.properties().forEach(e -> map.put(e.getKey(), read(e.getValue(), item)));
    } else if (node != null) {
      node.forEach(pair -> map.put(read(pair.get(0), key), read(pair.get(1), item)));
    }
    return map;
  }

  private static Object readRecord(JsonNode node, Class<?> type) {
    if (node == null || !node.isObject()) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " where one should be");
    }
    RecordComponent[] components = SHAPES.get(type).components();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = read(node.get(components[i].getName()), components[i].getGenericType());
    }
    return make(type, values);
  }

  /** A record whose components stand in an array, in their order; null stands for empty. */
  static Object readArray(JsonNode array, Class<?> type) {
    RecordComponent[] components = SHAPES.get(type).components();
    if (array.size() != components.length) {
      throw new IllegalArgumentException(
          "a "
              + type.getSimpleName()
              + " has "
              + components.length
              + " parts, not "
              + array.size());
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      JsonNode item = array.get(i);
      values[i] = read(item.isNull() ? null : item, components[i].getGenericType());
    }
    return make(type, values);
  }

  /** A record of these components. */
  static Object make(Class<?> type, Object[] values) {
    try {
      return SHAPES.get(type).constructor().newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " can be made of it", e);
    }
  }

  /** What reflection says about a record, asked once. */
  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Shape(RecordComponent[] components, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
      }
      try {
        return new Shape(components, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " is no record", e);
      }
    }
  }

  private static Class<?> concrete(JsonNode node, Class<?> wanted) {
    if (!wanted.isSealed()) {
      return wanted;
    }
    String name = node == null || node.get(IS) == null ? "" : node.get(IS).asString();
    for (Class<?> permitted : wanted.getPermittedSubclasses()) {
      if (permitted.getSimpleName().equals(name)) {
        return permitted;
      }
    }
    throw new IllegalArgumentException("no " + wanted.getSimpleName() + " is a \"" + name + "\"");
  }

  /** The constant of that name. */
  static Object constant(String name, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "no " + type.getSimpleName() + " is called \"" + name + "\"");
  }

  /** The sealed interface that a record stands behind; null where there is none. */
  static Class<?> sealedParent(Class<?> type) {
    for (Class<?> parent : type.getInterfaces()) {
      if (parent.isSealed()) {
        return parent;
      }
    }
    return null;
  }

  /** The records behind a sealed interface, by name. */
  static List<Class<?>> permitted(Class<?> type) {
    return List.of(type.getPermittedSubclasses()).stream()
        .sorted(Comparator.comparing(Class::getSimpleName))
        .toList();
  }

  /** A component of a record. */
  static Object get(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
