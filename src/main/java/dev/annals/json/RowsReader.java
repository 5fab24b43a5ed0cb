package dev.annals.json;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads what {@link Rows} wrote, by the names that the document itself gives to components and
 * constants: a component that it does not know of is empty.
 */
final class RowsReader {

  private final JsonNode shapes;
  private final List<String> texts = new ArrayList<>();
  private final List<ObjectRef> addresses = new ArrayList<>();
  private final Map<Class<?>, int[]> columns = new HashMap<>();

  private RowsReader(JsonNode shapes) {
    this.shapes = shapes;
  }

  /**
   * One part of a document.
   *
   * @param shapes the document's {@code shapes}
   * @throws IllegalArgumentException if the JSON is of another shape
   */
  static <T extends Record> T part(JsonNode shapes, JsonNode part, Class<T> type) {
    if (shapes == null || part == null || !part.path(Shapes.TEXTS).isArray()) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " where one should be");
    }
    RowsReader reader = new RowsReader(shapes);
    part.get(Shapes.TEXTS).forEach(text -> reader.texts.add(text.asString()));
    RecordComponent[] components = Records.components(type);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.read(part.get(components[i].getName()), components[i].getGenericType());
    }
    return type.cast(Records.make(type, values));
  }

  private Object read(JsonNode node, Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(node, generic);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == String.class) {
      return node == null ? "" : text(node);
    }
    if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
      long number = node == null ? 0 : number(node);
      return wanted == boolean.class
          ? (Object) (number != 0)
          : wanted == long.class || wanted == Long.class ? (Object) number : (Object) (int) number;
    }
    if (wanted.isEnum()) {
      return Records.constant(name(node, wanted), wanted);
    }
    return row(node, wanted);
  }

  private static long number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      throw new IllegalArgumentException("no number where one should be");
    }
    return node.asLong();
  }

  private String text(JsonNode node) {
    if (node.isString()) {
      return node.asString();
    }
    if (node.isArray()) {
      StringBuilder all = new StringBuilder();
      node.forEach(part -> all.append(text(part)));
      return all.toString();
    }
    return number(node) == 0 ? "" : nth(texts, node, "text");
  }

  private static <T> T nth(List<T> all, JsonNode node, String what) {
    long number = number(node);
    if (number < 1 || number > all.size()) {
      throw new IllegalArgumentException("no " + what + " has the number " + number);
    }
    return all.get((int) number - 1);
  }

  /** What the document calls the constant or sort of that number. */
  private String name(JsonNode node, Class<?> type) {
    JsonNode names = shapes.get(type.getSimpleName());
    int number = node == null ? 0 : (int) number(node);
    if (names == null || number < 1 || number > names.size()) {
      throw new IllegalArgumentException(
          "no " + type.getSimpleName() + " has the number " + number);
    }
    return names.get(number - 1).asString();
  }

  private Object container(JsonNode given, ParameterizedType type) {
    JsonNode node = given != null && given.isNumber() && number(given) == 0 ? null : given;
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
      if (node != null && node.isObject()) {
        node.properties().forEach(e -> map.put(e.getKey(), read(e.getValue(), arguments[1])));
      } else if (node != null) {
        node.forEach(
            pair -> map.put(read(pair.get(0), arguments[0]), read(pair.get(1), arguments[1])));
      }
      return map;
    }
    List<Object> items = new ArrayList<>();
    if (node != null) {
      node.forEach(item -> items.add(read(item, arguments[0])));
    }
    return raw == Set.class ? new TreeSet<>(items) : items;
  }

  private Object row(JsonNode node, Class<?> wanted) {
    if (wanted == ObjectRef.class && node != null && node.isNumber()) {
      return nth(addresses, node, "object");
    }
    if (node == null || !node.isArray()) {
      throw new IllegalArgumentException("no " + wanted.getSimpleName() + " where one should be");
    }
    Class<?> type = wanted.isSealed() ? sort(node, wanted) : wanted;
    int first = Records.sealedParent(type) == null ? 0 : 1;
    RecordComponent[] components = Records.components(type);
    int[] places = columns.computeIfAbsent(type, this::places);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      JsonNode cell = places[i] < 0 ? null : node.get(first + places[i]);
      values[i] = read(cell, components[i].getGenericType());
    }
    Object value = Records.make(type, values);
    if (value instanceof SchemaObject object) {
      addresses.add(object.ref());
    }
    return value;
  }

  private Class<?> sort(JsonNode node, Class<?> wanted) {
    String name = name(node.get(0), wanted);
    return Records.permitted(wanted).stream()
        .filter(each -> each.getSimpleName().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no " + wanted.getSimpleName() + " is a \"" + name + "\""));
  }

  /** Where the components of a record stand in its rows; -1 for one that the document has not. */
  private int[] places(Class<?> type) {
    JsonNode names = shapes.get(type.getSimpleName());
    if (names == null) {
      throw new IllegalArgumentException("its shapes do not tell of " + type.getSimpleName());
    }
    List<String> told = new ArrayList<>();
    names.forEach(name -> told.add(name.asString()));
    RecordComponent[] components = Records.components(type);
    int[] places = new int[components.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = told.indexOf(components[i].getName());
    }
    return places;
  }
}
