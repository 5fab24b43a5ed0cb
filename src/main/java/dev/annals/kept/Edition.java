package dev.annals.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which Annals this is: what another build has kept is not ours to read. A jar's own directory
 * tells the CRC-32 of all that is in it, libraries included; classes in folders are read.
 */
public final class Edition {

  private Edition() {}

  /** A text that differs from that of any other build. */
  public static String current() {
    return Once.EDITION;
  }

  /** Found when it is first asked for. */
  private static final class Once {
    static final String EDITION = of(home());
  }

  private static Path home() {
    try {
      return Path.of(Edition.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(Path home) {
    try {
      return Key.of((Files.isDirectory(home) ? files(home) : entries(home)).toArray(String[]::new))
          .hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> entries(Path jar) throws IOException {
    List<String> all = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream().forEach(entry -> all.add(entry.getName() + " " + entry.getCrc()));
    }
    return all;
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (name.endsWith(".class") || name.endsWith(".sql")) {
          CRC32 crc = new CRC32();
          crc.update(Files.readAllBytes(file));
          all.add(name + " " + crc.getValue());
        }
      }
    }
    return all;
  }
}
