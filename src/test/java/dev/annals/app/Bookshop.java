package dev.annals.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The demo's site, built once for all tests of a JVM, outside of git. */
public final class Bookshop {

  private static final class Once {
    static final Path SITE = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("annals-bookshop-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return build(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Bookshop() {}

  /** The folder of the site. */
  public static Path site() {
    return Once.SITE;
  }

  /** A file of the site. */
  public static byte[] file(String path) {
    try {
      return Files.readAllBytes(site().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds the bookshop in a folder. */
  static Path build(Path folder) throws IOException {
    Path project = folder.resolve("bookshop");
    copy(Path.of("examples/bookshop"), project);
    return OwnSite.of(project, folder.resolve("site"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (file.startsWith(from.resolve("build"))) {
          continue;
        }
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** All files of a site, by path. */
  static SortedMap<String, byte[]> read(Path site) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(site)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        files.put(site.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
