package dev.annals.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the folders of a catalogue, of its examples and of its sources. */
public final class CatalogueFiles {

  private CatalogueFiles() {}

  /** The names in a folder, sorted. */
  public static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes of a folder whose source says that they are of this type. */
  public static Set<String> implementing(String type, Path sources) {
    return names(sources).stream()
        .filter(name -> text(sources.resolve(name)).contains("implements " + type))
        .map(name -> name.replace(".java", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The simple names of the classes of these objects. */
  public static Set<String> classes(List<?> rules) {
    return rules.stream()
        .map(rule -> rule.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The class that a rule has by its id: {@code not-null-set} is {@code NotNullSet}. */
  public static String className(String id) {
    return Stream.of(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
