package dev.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs several commands in one process, so that the archive of classes that the launcher makes has
 * what each of them loads. Nothing is told: what fails trains nothing.
 */
public final class Training {

  private static final String NEXT = "--then";
  private static final String EDIT = "--edit";

  private Training() {}

  /**
   * Runs commands, which are parted by {@code --then}; {@code --edit FILE} adds a line to a page.
   */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    List<String> rest = Arrays.asList(arguments);
    while (!rest.isEmpty()) {
      int end = rest.indexOf(NEXT);
      run(rest.subList(0, end < 0 ? rest.size() : end));
      rest = end < 0 ? List.of() : rest.subList(end + 1, rest.size());
    }
    System.exit(0);
  }

  private static void run(List<String> command) throws IOException {
    if (command.get(0).equals(EDIT)) {
      Files.writeString(
          Path.of(command.get(1)),
          "\nEdited.\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return;
    }
    PrintWriter nobody = new PrintWriter(new StringWriter());
    new AnnalsCommand(nobody, nobody, System.getenv(), Path.of(""), false)
        .run(command.toArray(String[]::new));
  }
}
