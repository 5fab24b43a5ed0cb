package dev.annals.json;

import tools.jackson.databind.JsonNode;

/** What a document says that it is: a name and, after a slash, a number that grows. */
final class Formats {

  private Formats() {}

  /** Whether a document is of the sort that a format names, in whatever form. */
  static boolean is(JsonNode tree, String format) {
    return told(tree).startsWith(sort(format));
  }

  /**
   * Insists on a format.
   *
   * @throws IllegalArgumentException if the document is of another, telling which
   */
  static void check(JsonNode tree, String format) {
    String told = told(tree);
    if (told.equals(format)) {
      return;
    }
    if (told.isEmpty()) {
      throw new IllegalArgumentException("it does not say its format");
    }
    throw new IllegalArgumentException(
        told.startsWith(sort(format))
            ? "it is " + told + ", which another version of Annals wrote; this one reads " + format
            : "it is " + told + ", not " + format);
  }

  private static String told(JsonNode tree) {
    return tree == null ? "" : tree.path("format").asString("");
  }

  private static String sort(String format) {
    return format.substring(0, format.indexOf('/') + 1);
  }
}
