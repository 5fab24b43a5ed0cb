package dev.annals.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs several commands in one process, so that the archive of classes that the launcher makes has
 * what each of them loads. Nothing is told: what fails trains nothing.
 */
public final class Training {

  private static final String NEXT = "--then";

  private Training() {}

  /** Runs commands, which are parted by {@code --then}. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    List<String> rest = Arrays.asList(arguments);
    while (!rest.isEmpty()) {
      int end = rest.indexOf(NEXT);
      run(rest.subList(0, end < 0 ? rest.size() : end));
      rest = end < 0 ? List.of() : rest.subList(end + 1, rest.size());
    }
    System.exit(0);
  }

  private static void run(List<String> command) {
    PrintWriter nobody = new PrintWriter(new StringWriter());
    new AnnalsCommand(nobody, nobody, System.getenv(), Path.of(""), false)
        .run(command.toArray(String[]::new));
  }
}
