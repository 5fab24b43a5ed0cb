package dev.annals.json;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the model's records for machines in few bytes. A part of a document is an object with its
 * members and, in {@code texts}, what its {@link Texts} write once. In it a record is an array of
 * its components, which {@code shapes} names once for the whole document; those at the end that are
 * empty are left out, and 0 stands for one that is empty elsewhere. What stands behind an interface
 * has in front the number of its sort, an enumeration's constant is its number, both in {@code
 * shapes} from 1. An address may be the number of an object of the part that has it.
 */
final class Rows {

  private final Texts texts = new Texts();
  private final Map<ObjectRef, Integer> addresses = new HashMap<>();
  private final Map<Class<?>, Integer> sorts = new HashMap<>();
  private final Map<Enum<?>, Integer> constants = new HashMap<>();
  private int objects;
  private final JsonGenerator out;

  private Rows(JsonGenerator out) {
    this.out = out;
  }

  /** One part of a document; the same record gives the same bytes. */
  static byte[] part(Record part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = ChronicleJson.MAPPER.createGenerator(bytes)) {
      new Rows(out).write(part);
    }
    return bytes.toByteArray();
  }

  private void write(Record part) {
    RecordComponent[] components = Records.components(part.getClass());
    for (RecordComponent component : components) {
      visit(Records.get(part, component));
    }
    texts.close();
    out.writeStartObject();
    out.writeName(Shapes.TEXTS);
    out.writeStartArray();
    texts.shared().forEach(out::writeString);
    out.writeEndArray();
    for (RecordComponent component : components) {
      Object value = Records.get(part, component);
      if (!Records.isEmpty(value)) {
        out.writeName(component.getName());
        cell(value);
      }
    }
    out.writeEndObject();
  }

  /** Notes texts and addresses, in the order in which they will be written. */
  private void visit(Object value) {
    if (value instanceof String text) {
      if (!text.isEmpty()) {
        texts.add(text);
      }
    } else if (value instanceof Record r) {
      if (r instanceof SchemaObject object) {
        objects++;
        addresses.putIfAbsent(object.ref(), objects);
      }
      if (!(r instanceof ObjectRef ref && addresses.containsKey(ref))) {
        for (RecordComponent component : Records.components(r.getClass())) {
          visit(Records.get(r, component));
        }
      }
    } else if (value instanceof Collection<?> items) {
      items.forEach(this::visit);
    } else if (value instanceof Map<?, ?> map) {
      boolean named = Records.isNamed(map);
      map.forEach(
          (key, item) -> {
            if (!named) {
              visit(key);
            }
            visit(item);
          });
    }
  }

  private void cell(Object value) {
    if (Records.isEmpty(value)) {
      out.writeNumber(0);
    } else if (value instanceof String text) {
      texts.write(text, out);
    } else if (value instanceof Record r) {
      row(r);
    } else if (value instanceof Collection<?> items) {
      out.writeStartArray();
      items.forEach(this::cell);
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof Boolean) {
      out.writeNumber(1);
    } else if (value instanceof Enum<?> constant) {
      out.writeNumber(constants.computeIfAbsent(constant, Shapes::constant).intValue());
    } else {
      out.writeNumber(((Number) value).longValue());
    }
  }

  private void map(Map<?, ?> map) {
    if (Records.isNamed(map)) {
      out.writeStartObject();
      map.forEach(
          (key, item) -> {
            out.writeName((String) key);
            cell(item);
          });
      out.writeEndObject();
      return;
    }
    out.writeStartArray();
    map.forEach(
        (key, item) -> {
          out.writeStartArray();
          cell(key);
          cell(item);
          out.writeEndArray();
        });
    out.writeEndArray();
  }

  private void row(Record value) {
    Integer number = value instanceof ObjectRef ref ? addresses.get(ref) : null;
    if (number != null) {
      out.writeNumber(number.intValue());
      return;
    }
    RecordComponent[] components = Records.components(value.getClass());
    Object[] items = new Object[components.length];
    int length = 0;
    for (int i = 0; i < items.length; i++) {
      items[i] = Records.get(value, components[i]);
      length = Records.isEmpty(items[i]) ? length : i + 1;
    }
    out.writeStartArray();
    int sort = sorts.computeIfAbsent(value.getClass(), Shapes::sort);
    if (sort > 0) {
      out.writeNumber(sort);
    }
    for (int i = 0; i < length; i++) {
      cell(items[i]);
    }
    out.writeEndArray();
  }
}
