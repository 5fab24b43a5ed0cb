package dev.annals.extract.catalog.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A history that tries whoever follows it: every kind of object, and every trap. */
public final class NastySteps {

  private NastySteps() {}

  /**
   * Its steps on a major, each a list of statements.
   *
   * @throws IOException where its files cannot be read
   */
  public static List<List<String>> of(int major) throws IOException {
    // steps are parted by a line of dashes; statements by a semicolon at a line's end
    List<List<String>> steps = new ArrayList<>();
    for (String name : List.of("everything.sql", "nasty.sql")) {
      String text;
      try (var in = NastySteps.class.getResourceAsStream(name)) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      for (String step : text.split("----\\n")) {
        if (step.startsWith("-- since ")) {
          if (major < Integer.parseInt(step.substring(9, 11))) {
            continue;
          }
        }
        steps.add(List.of(step.split(";\\n(?=[A-Z])")));
      }
    }
    return steps;
  }
}
