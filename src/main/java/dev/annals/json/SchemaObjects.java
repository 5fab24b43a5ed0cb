package dev.annals.json;

import dev.annals.model.schema.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Schema objects from JSON arrays of their components, as catalogue queries return them. */
public final class SchemaObjects {

  private static final Map<String, Class<?>> SORTS = new HashMap<>();

  static {
    for (Class<?> type : SchemaObject.class.getPermittedSubclasses()) {
      SORTS.put(type.getSimpleName(), type);
    }
  }

  private SchemaObjects() {}

  /**
   * One object.
   *
   * @param sort the name of its record
   * @param components a JSON array of its components in order; null stands for empty
   * @throws IllegalArgumentException if they do not fit
   */
  public static SchemaObject read(String sort, String components) {
    Class<?> type = SORTS.get(sort);
    if (type == null) {
      throw new IllegalArgumentException("no schema object is a \"" + sort + "\"");
    }
    try {
      return (SchemaObject) Records.readArray(ChronicleJson.MAPPER.readTree(components), type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + components, e);
    }
  }
}
