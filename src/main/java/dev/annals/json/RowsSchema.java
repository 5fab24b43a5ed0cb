package dev.annals.json;

import dev.annals.model.schema.ObjectRef;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Derives a JSON Schema (draft 2020-12) from the records that {@link Rows} writes. */
final class RowsSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TEXT = "text";

  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  /**
   * The schema of a document.
   *
   * @param parts the records of its parts, by the members that hold them
   */
  static ObjectNode of(String title, String format, Map<String, Class<?>> parts) {
    RowsSchema schema = new RowsSchema();
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", title);
    root.put("type", "object");
    ObjectNode properties = root.putObject("properties");
    properties.putObject("format").put("const", format);
    properties.putObject(ChronicleJson.SHAPES).set("const", Shapes.of(array(parts)));
    parts.forEach((name, part) -> properties.set(name, schema.part(part)));
    ArrayNode required = root.putArray("required");
    properties.propertyNames().forEach(required::add);
    root.put("additionalProperties", false);
    ObjectNode text = JSON.objectNode();
    text.putArray("type").add("string").add("integer").add("array");
    text.put("minimum", 0);
    text.putObject("items").put("minimum", 1).putArray("type").add("string").add("integer");
    schema.definitions.put(TEXT, text);
    ObjectNode all = root.putObject("$defs");
    schema.definitions.forEach(all::set);
    return root;
  }

  private static Class<?>[] array(Map<String, Class<?>> parts) {
    return parts.values().toArray(new Class<?>[0]);
  }

  private ObjectNode part(Class<?> type) {
    ObjectNode node = JSON.objectNode().put("type", "object");
    ObjectNode properties = node.putObject("properties");
    ArrayNode required = node.putArray("required").add(Shapes.TEXTS);
    ObjectNode texts = properties.putObject(Shapes.TEXTS).put("type", "array");
    texts.putObject("items").put("type", "string");
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), cell(component.getGenericType()));
      if (!Records.mayBeLeftOut(component.getType())) {
        required.add(component.getName());
      }
    }
    return node.put("additionalProperties", false);
  }

  private ObjectNode reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, JSON.objectNode());
      definitions.put(name, define(type));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode define(Class<?> type) {
    if (type.isEnum()) {
      return JSON.objectNode()
          .put("type", "integer")
          .put("minimum", 1)
          .put("maximum", type.getEnumConstants().length);
    }
    if (type.isSealed()) {
      ObjectNode node = JSON.objectNode();
      ArrayNode alternatives = node.putArray("oneOf");
      Records.permitted(type).forEach(each -> alternatives.add(reference(each)));
      return node;
    }
    return row(type);
  }

  private ObjectNode row(Class<?> type) {
    ObjectNode node = JSON.objectNode();
    if (type == ObjectRef.class) {
      node.putArray("type").add("array").add("integer");
      node.put("minimum", 1);
    } else {
      node.put("type", "array");
    }
    ArrayNode cells = node.putArray("prefixItems");
    int least = 0;
    int sort = Shapes.sort(type);
    if (sort > 0) {
      cells.addObject().put("const", sort);
      least = 1;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      cells.add(cell(component.getGenericType()));
      least = Records.mayBeLeftOut(component.getType()) ? least : cells.size();
    }
    node.put("items", false);
    return least == 0 ? node : node.put("minItems", least);
  }

  private ObjectNode cell(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return JSON.objectNode().put("$ref", "#/$defs/" + TEXT);
    }
    if (plain == boolean.class) {
      ObjectNode node = JSON.objectNode();
      node.putArray("enum").add(0).add(1);
      return node;
    }
    if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
      return JSON.objectNode().put("type", "integer");
    }
    return reference(plain);
  }

  /** Several values; 0 stands for none. */
  private ObjectNode container(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    ObjectNode node = JSON.objectNode();
    boolean named = !Collection.class.isAssignableFrom(raw) && arguments[0] == String.class;
    node.putArray("type").add(named ? "object" : "array").add("integer");
    node.put("minimum", 0).put("maximum", 0);
    if (named) {
      node.set("additionalProperties", cell(arguments[1]));
    } else if (Collection.class.isAssignableFrom(raw)) {
      node.set("items", cell(arguments[0]));
      if (Set.class.isAssignableFrom(raw)) {
        node.put("uniqueItems", true);
      }
    } else {
      ObjectNode pair = node.putObject("items").put("type", "array");
      pair.putArray("prefixItems").add(cell(arguments[0])).add(cell(arguments[1]));
      pair.put("minItems", 2).put("items", false);
    }
    return node;
  }
}
