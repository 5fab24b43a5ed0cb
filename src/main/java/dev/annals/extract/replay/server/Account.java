package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses root: there it runs in a user namespace of its own,
 * and without any network where the kernel allows; else as {@code nobody}.
 */
final class Account {

  private static final List<List<String>> FOR_ROOT =
      List.of(
          List.of("unshare", "--user", "--net", "--"),
          List.of("unshare", "--user", "--"),
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
  private static final List<List<String>> FOR_OTHERS =
      List.of(List.of("unshare", "--user", "--net", "--"), List.of());
  private static volatile List<String> chosen;

  private Account() {}

  /** The command that comes before the server's own. */
  static List<String> prefix() {
    List<String> prefix = chosen;
    if (prefix == null) {
      prefix =
          (Platform.root() ? FOR_ROOT : FOR_OTHERS)
              .stream()
                  .filter(Account::works)
                  .findFirst()
                  .orElseThrow(
                      () ->
                          Problem.failure(
                              "starting PostgreSQL as root: it refuses, and no other account can"
                                  + " be taken (no user namespaces, no setpriv)",
                              "Run Annals as an ordinary user, or give it a server to replay on"
                                  + " (scratch: jdbc:postgresql:…)."));
      chosen = prefix;
    }
    return prefix;
  }

  /** Gives a folder to the account, where it is another one than ours. */
  static void own(Path folder) throws IOException {
    if (!prefix().isEmpty() && prefix().get(0).equals("setpriv")) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.setAttribute(file, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /** Starts a command with an environment that holds no secrets. */
  static Process start(List<String> command, Path folder, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    builder.redirectErrorStream(true);
    if (log != null) {
      builder.redirectOutput(log.toFile());
    }
    return builder.start();
  }

  private static boolean works(List<String> prefix) {
    if (prefix.isEmpty()) {
      return true;
    }
    try {
      List<String> command = new ArrayList<>(prefix);
      command.add("true");
      Process process = start(command, Path.of("/"), null);
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
