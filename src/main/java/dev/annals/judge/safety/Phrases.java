package dev.annals.judge.safety;

import dev.annals.model.Counted;
import java.util.List;

/** Lists in sentences. */
final class Phrases {

  private Phrases() {}

  /** "a", "a and b", "a, b and c", "a, b, c and 4 more". */
  static String few(List<String> names) {
    int shown = names.size() > 4 ? 3 : names.size() - 1;
    if (shown < 1) {
      return String.join("", names);
    }
    String last =
        shown == names.size() - 1 ? names.get(shown) : Counted.of(names.size() - shown) + " more";
    return String.join(", ", names.subList(0, shown)) + " and " + last;
  }
}
