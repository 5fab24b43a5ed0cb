package dev.annals.model.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The comparable facts of one object, as canonical texts in a fixed order. Empty values are not
 * kept, so that "no default" and "an empty default" cannot be told apart by accident: readers of a
 * database give {@code ''} its quotes.
 *
 * @param values property to text, never empty
 */
public record Properties(SortedMap<Property, String> values) {

  public Properties {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The text of a property; empty where the object does not have it. */
  public String get(Property property) {
    return values.getOrDefault(property, "");
  }

  /** Begins a set of properties. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects properties; empty texts, false and empty lists are left out. */
  public static final class Builder {
    private final SortedMap<Property, String> values = new TreeMap<>();

    private Builder() {}

    /** Adds a text, unless it is empty. */
    public Builder and(Property property, String value) {
      if (!value.isEmpty()) {
        values.put(property, value);
      }
      return this;
    }

    /** Adds {@code yes} where the fact is true. */
    public Builder and(Property property, boolean value) {
      return and(property, value ? "yes" : "");
    }

    /** Adds a list, its items joined by a comma, unless it is empty. */
    public Builder and(Property property, List<String> value) {
      return and(property, String.join(", ", value));
    }

    /** Adds {@code key=value} pairs, sorted, unless there are none. */
    public Builder and(Property property, Map<String, String> value) {
      StringJoiner text = new StringJoiner(", ");
      new TreeMap<>(value).forEach((key, item) -> text.add(key + "=" + item));
      return and(property, text.toString());
    }

    /** The finished properties. */
    public Properties build() {
      return new Properties(values);
    }
  }
}
