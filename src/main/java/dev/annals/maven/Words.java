package dev.annals.maven;

import dev.annals.model.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of a POM that stand for one of a few. */
final class Words {

  private Words() {}

  /**
   * What a word stands for.
   *
   * @param parameter what it was given as
   * @throws Problem if it is none of them
   */
  static <E extends Enum<E>> E of(Class<E> type, String word, String parameter) {
    for (E each : type.getEnumConstants()) {
      if (word(each).equals(word.strip().toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw Problem.usage(
        "reading the parameter " + parameter + ": \"" + word + "\" is not known",
        "Known: "
            + Stream.of(type.getEnumConstants()).map(Words::word).collect(Collectors.joining(", "))
            + ".");
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
