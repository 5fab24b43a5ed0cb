package dev.annals.render.stub;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody has written about a relation in another tool's file.
 *
 * @param source where that was, in words; empty where nothing was found
 * @param text on the relation, in Markdown; may be empty
 * @param columns on its columns, by name, in Markdown
 */
public record Described(String source, String text, SortedMap<String, String> columns) {

  /** Nothing was written elsewhere. */
  public static final Described NOTHING = new Described("", "", new TreeMap<>());

  public Described {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }
}
