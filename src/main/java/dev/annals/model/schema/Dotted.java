package dev.annals.model.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Names put together with full stops, so that no two come out alike: one that has a full stop of
 * its own stands in quotation marks, as it would in SQL. The catalogue queries write them so, too.
 */
public final class Dotted {

  private Dotted() {}

  /** The name of a relation with its name space: {@code shop.orders}, {@code "a.b".c}. */
  public static String of(String space, String name) {
    return part(space) + "." + part(name);
  }

  /** One of the names. */
  public static String part(String name) {
    return name.indexOf('.') < 0 && !name.startsWith("\"")
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The table of that name. */
  public static ObjectRef table(String text) {
    List<String> parts = parts(text);
    return ObjectRef.table(parts.get(0), String.join(".", parts.subList(1, parts.size())));
  }

  /** The column of that name: {@code shop.orders.total}. */
  public static ObjectRef column(String text) {
    List<String> parts = parts(text);
    return new ObjectRef(
        ObjectKind.COLUMN,
        parts.get(0),
        parts.get(1),
        String.join(".", parts.subList(2, parts.size())));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end = at;
      if (text.startsWith("\"", at)) {
        end = text.indexOf('"', at + 1);
        while (text.startsWith("\"", end + 1)) {
          end = text.indexOf('"', end + 2);
        }
        parts.add(text.substring(at + 1, end).replace("\"\"", "\""));
        end++;
      } else {
        end = text.indexOf('.', at);
        end = end < 0 ? text.length() : end;
        parts.add(text.substring(at, end));
      }
      at = end + 1;
    }
    return parts;
  }
}
