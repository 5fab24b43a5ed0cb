package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A platform as the published PostgreSQL binaries name it.
 *
 * @param resource the archive inside the artifact: {@code postgres-linux-x86_64.txz}
 * @param suffix the end of the artifact's name: {@code linux-amd64}
 */
record Platform(String resource, String suffix) {

  static Platform current() {
    boolean musl =
        Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
            || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
    return of(System.getProperty("os.name"), System.getProperty("os.arch"), musl);
  }

  static Platform of(String os, String arch, boolean musl) {
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    boolean intel = arch.equals("amd64") || arch.equals("x86_64");
    String name = os.toLowerCase(Locale.ROOT);
    if ((!arm && !intel) || !(name.startsWith("linux") || name.startsWith("mac"))) {
      throw Problem.failure(
          "Starting a scratch PostgreSQL: there are no binaries for " + os + " on " + arch + ".",
          "Give a PostgreSQL server of your own with `scratch: jdbc:postgresql://…`.");
    }
    String system = name.startsWith("linux") ? "linux" : "darwin";
    String alpine = musl && system.equals("linux") ? "-alpine_linux" : "";
    return new Platform(
        "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + alpine + ".txz",
        system + "-" + (arm ? "arm64v8" : "amd64") + (alpine.isEmpty() ? "" : "-alpine"));
  }
}
