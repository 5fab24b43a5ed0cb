package dev.annals.judge.rules;

import java.util.List;

/** When casts are taken. */
final class Casts {

  private static final List<String> CONTEXTS = List.of("explicit", "assignment", "implicit");

  private Casts() {}

  /** When one is taken, in words. */
  static String when(String context) {
    return switch (context) {
      case "implicit" -> "it is taken wherever it fits";
      case "assignment" -> "it is taken where a value is stored, or where somebody asks for it";
      default -> "it is taken where somebody asks for it";
    };
  }

  /** True where the second context takes a cast less often than the first. */
  static boolean isNarrower(String from, String to) {
    return CONTEXTS.indexOf(to) < CONTEXTS.indexOf(from);
  }
}
