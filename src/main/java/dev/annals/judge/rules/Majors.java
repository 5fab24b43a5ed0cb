package dev.annals.judge.rules;

import java.util.ArrayList;
import java.util.List;

/** Something that was measured on each supported major, told in one line. */
final class Majors {

  private static final int OLDEST = 14;

  private Majors() {}

  /**
   * Tells majors of one answer together: {@code 14 to 17: none; 18: ACCESS SHARE}.
   *
   * @param answers one for each major from the oldest supported one on; a dash is none
   */
  static String told(List<String> answers) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    while (start < answers.size()) {
      int end = start;
      while (end + 1 < answers.size() && answers.get(end + 1).equals(answers.get(start))) {
        end++;
      }
      String answer = answers.get(start);
      if (!answer.equals("–") && !answer.equals("not watched")) {
        runs.add(majors(OLDEST + start, OLDEST + end) + ": " + answer);
      }
      start = end + 1;
    }
    return String.join("; ", runs);
  }

  private static String majors(int first, int last) {
    return first == last ? Integer.toString(first) : first + " to " + last;
  }
}
