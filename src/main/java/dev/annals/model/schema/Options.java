package dev.annals.model.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings of objects, by their names. Most objects have none, and share one map of none. */
final class Options {

  private Options() {}

  /** A copy that nobody changes. */
  static SortedMap<String, String> copy(SortedMap<String, String> options) {
    return options.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
