package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.app.OwnCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a project of its own; nothing is kept from an earlier run of the tests. */
abstract class CommandCase {

  @TempDir Path temp;

  /** The folder in which the commands run. */
  Path project;

  /** The variables that the commands see. */
  final Map<String, String> environment = new HashMap<>(OwnCache.environment());

  /** What a command ended with and what it said. */
  record Outcome(int code, String out, String err) {}

  @BeforeEach
  void projectFolder() throws IOException {
    project = Files.createDirectories(temp.resolve("shop"));
  }

  final Outcome run(String... arguments) {
    return runIn(project, environment, arguments);
  }

  static Outcome runIn(Path folder, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new AnnalsCommand(
                new PrintWriter(out, true), new PrintWriter(err, true), environment, folder, false)
            .run(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  final void write(String path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  final void write(String path, byte[] bytes) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  final String text(String path) throws IOException {
    return Files.readString(project.resolve(path));
  }

  static void has(String text, String... fragments) {
    for (String fragment : fragments) {
      assertTrue(text.contains(fragment), () -> fragment + "\nis not in:\n" + text);
    }
  }
}
