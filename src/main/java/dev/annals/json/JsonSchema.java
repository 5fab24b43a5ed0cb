package dev.annals.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Derives a JSON Schema (draft 2020-12) from the records that {@link Records} writes. */
final class JsonSchema {

  private static final String FORMAT = "format";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private final Map<String, Class<?>> named = new HashMap<>();

  /** The schema of a document that holds one record, and says in {@code format} which it is. */
  static ObjectNode of(Class<?> document, String title, String format) {
    JsonSchema schema = new JsonSchema();
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", title);
    root.set("$ref", schema.reference(document).get("$ref"));
    ObjectNode whole = schema.definitions.get(document.getSimpleName());
    whole.withObjectProperty("properties").putObject(FORMAT).put("const", format);
    whole.withArrayProperty("required").insert(0, FORMAT);
    ObjectNode all = root.putObject("$defs");
    schema.definitions.forEach(all::set);
    return root;
  }

  private ObjectNode reference(Class<?> type) {
    String name = type.getSimpleName();
    Class<?> former = named.putIfAbsent(name, type);
    if (former == null) {
      definitions.put(name, define(type));
    } else if (former != type) {
      throw new IllegalStateException(former + " and " + type + " would share a definition");
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode define(Class<?> type) {
    if (type.isEnum()) {
      ObjectNode node = JSON.objectNode();
      ArrayNode values = node.putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        values.add(((Enum<?>) constant).name());
      }
      return node;
    }
    if (type.isSealed()) {
      ObjectNode node = JSON.objectNode();
      ArrayNode alternatives = node.putArray("oneOf");
      Records.permitted(type).forEach(record -> alternatives.add(reference(record)));
      return node;
    }
    return defineRecord(type);
  }

  private ObjectNode defineRecord(Class<?> type) {
    ObjectNode node = JSON.objectNode().put("type", "object");
    ObjectNode properties = node.putObject("properties");
    ArrayNode required = node.putArray("required");
    if (Records.sealedParent(type) != null) {
      properties.putObject(Records.IS).put("const", type.getSimpleName());
      required.add(Records.IS);
    }
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), property(component.getGenericType()));
      if (!Records.mayBeLeftOut(component.getType())) {
        required.add(component.getName());
      }
    }
    node.put("additionalProperties", false);
    return node;
  }

  private ObjectNode property(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    Class<?> plain = (Class<?>) type;
    ObjectNode node = JSON.objectNode();
    if (plain == String.class) {
      return node.put("type", "string");
    }
    if (plain == boolean.class) {
      return node.put("type", "boolean");
    }
    if (plain == int.class || plain == long.class || Number.class.isAssignableFrom(plain)) {
      return node.put("type", "integer");
    }
    return reference(plain);
  }

  private ObjectNode container(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    ObjectNode node = JSON.objectNode();
    if (Collection.class.isAssignableFrom(raw)) {
      node.put("type", "array").set("items", property(arguments[0]));
      return Set.class.isAssignableFrom(raw) ? node.put("uniqueItems", true) : node;
    }
    if (arguments[0] == String.class) {
      node.put("type", "object").set("additionalProperties", property(arguments[1]));
      return node;
    }
    node.put("type", "array");
    ObjectNode pair = node.putObject("items").put("type", "array");
    pair.putArray("prefixItems").add(property(arguments[0])).add(property(arguments[1]));
    pair.put("minItems", 2).put("items", false);
    return node;
  }
}
