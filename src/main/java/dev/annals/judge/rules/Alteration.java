package dev.annals.judge.rules;

import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;

/**
 * One property of one sort of object that is different.
 *
 * @param before the object, as it was
 * @param after the object, as it is now
 * @param property which property
 * @param from its text before; empty where it had none
 * @param to its text now; empty where it has none
 */
record Alteration<T extends SchemaObject>(
    T before, T after, Property property, String from, String to) {

  /** True where it had no such property before. */
  boolean gained() {
    return from.isEmpty();
  }

  /** True where it has no such property any more. */
  boolean lost() {
    return to.isEmpty();
  }

  /** "changes from … to …", with words for what is missing. */
  String course() {
    return "changes from " + (gained() ? "none" : from) + " to " + (lost() ? "none" : to);
  }

  /** Like {@link #course()}, of a list: only the items that differ, "gain … and lose …". */
  String parts() {
    List<String> lost = without(from, to);
    List<String> gained = without(to, from);
    if (lost.isEmpty()) {
      return "gain " + Words.list(gained);
    }
    return gained.isEmpty()
        ? "lose " + Words.list(lost)
        : "change from " + Words.list(lost) + " to " + Words.list(gained);
  }

  private static List<String> without(String list, String other) {
    List<String> gone = items(other);
    return items(list).stream().filter(item -> !gone.contains(item)).toList();
  }

  /** The items of a list property; empty for none. */
  static List<String> items(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
  }
}
