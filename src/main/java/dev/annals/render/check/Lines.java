package dev.annals.render.check;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width, broken between words. */
final class Lines {

  private Lines() {}

  /**
   * The lines.
   *
   * @param width in characters; a longer word has a line of its own
   */
  static List<String> of(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String word : text.split(" ")) {
      if (current.length() > 0 && current.length() + word.length() > width) {
        lines.add(current.toString().stripTrailing());
        current.setLength(0);
      }
      current.append(word).append(' ');
    }
    lines.add(current.toString().stripTrailing());
    return lines;
  }
}
