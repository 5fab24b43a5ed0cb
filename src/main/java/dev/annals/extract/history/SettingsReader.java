package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.configuration.ConfigUtils;
import tools.jackson.core.JacksonException;

/** Finds out how a project uses Flyway: from its configuration file, or from its folders. */
public final class SettingsReader {

  private static final List<String> FILES =
      List.of("flyway.toml", "conf/flyway.toml", "flyway.conf", "conf/flyway.conf");
  private static final List<String> FOLDERS =
      List.of(
          "src/main/resources/db/migration",
          "db/migration",
          "db/migrations",
          "migrations",
          "migration",
          "sql");

  /** What a replay needs to know; addresses and secrets are not among it. */
  private static final Set<String> KEPT =
      Set.of(
          "sqlMigrationPrefix",
          "repeatableSqlMigrationPrefix",
          "undoSqlMigrationPrefix",
          "baselineMigrationPrefix",
          "sqlMigrationSeparator",
          "sqlMigrationSuffixes",
          "encoding",
          "detectEncoding",
          "placeholderReplacement",
          "placeholderPrefix",
          "placeholderSuffix",
          "placeholderSeparator",
          "defaultSchema",
          "schemas",
          "table",
          "mixed",
          "executeInTransaction",
          "validateMigrationNaming",
          "validateOnMigrate",
          "createSchemas",
          "skipDefaultCallbacks",
          "callbackLocations",
          "callbacks",
          "outOfOrder",
          "initSql");

  private final Path project;
  private final List<String> notes = new ArrayList<>();

  private SettingsReader(Path project) {
    this.project = project;
  }

  /**
   * The settings of a project.
   *
   * @param project the project's folder
   * @param locations where the user says that the migrations are; empty to find out
   * @param explicit further settings of the user's, without {@code flyway.}
   * @throws Problem if a location is not there, or a configuration file cannot be read
   */
  public static FlywaySettings read(
      Path project, List<String> locations, Map<String, String> explicit) {
    SettingsReader reader = new SettingsReader(project);
    String source = configurationOf(project);
    Map<String, String> found = source.isEmpty() ? Map.of() : reader.load(source);
    Map<String, String> kept = new TreeMap<>();
    found.forEach((key, value) -> reader.keep(kept, key, value));
    explicit.forEach((key, value) -> reader.keep(kept, "flyway." + key, value));
    List<String> named =
        !locations.isEmpty() ? locations : list(found.getOrDefault("flyway.locations", ""));
    boolean flyways = locations.isEmpty();
    boolean forgiving =
        flyways && !"true".equals(found.getOrDefault("flyway.failOnMissingLocations", "false"));
    List<String> folders =
        named.isEmpty() ? reader.usual() : reader.folders(named, flyways, forgiving, source);
    return new FlywaySettings(
        source,
        folders.stream().map(folder -> behindLinks(project, folder)).distinct().toList(),
        kept,
        reader.notes);
  }

  /** Flyway's own configuration file, from the project's folder; empty where there is none. */
  public static String configurationOf(Path project) {
    return FILES.stream()
        .filter(f -> Files.isRegularFile(project.resolve(f)))
        .findFirst()
        .orElse("");
  }

  /** The settings that a replay needs to know, without {@code flyway.}; placeholders apart. */
  public static Set<String> known() {
    return KEPT;
  }

  /** True for a setting that a replay needs to know. */
  static boolean isKept(String key) {
    return KEPT.contains(key);
  }

  private void keep(Map<String, String> kept, String key, String value) {
    String plain = key.replaceFirst("^(flyway\\.)+", "");
    if (KEPT.contains(plain) || plain.startsWith("placeholders.")) {
      kept.put("flyway." + plain, value);
    }
  }

  private Map<String, String> load(String source) {
    Path file = project.resolve(source);
    try {
      String text = Files.readString(file);
      if (source.endsWith(".toml")) {
        TomlSettings toml = TomlSettings.read(source, text);
        notes.addAll(toml.notes());
        return toml.values();
      }
      return ConfigUtils.loadConfigurationFromString(text);
    } catch (IOException | FlywayException | JacksonException e) {
      throw Problem.usage(
          "reading "
              + source
              + ": "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "Mend the file, or name the migrations in annals.yml (migrations: locations).");
    }
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  /** The usual folders that are there. */
  private List<String> usual() {
    List<String> there =
        FOLDERS.stream().filter(folder -> Files.isDirectory(project.resolve(folder))).toList();
    return there.isEmpty() ? List.of(".") : there.subList(0, 1);
  }

  /**
   * The folders of locations. Of those that Flyway's own configuration names, Flyway passes over
   * what is not there, unless it is told not to; where none is there nobody means that.
   */
  private List<String> folders(
      List<String> locations, boolean plainIsClasspath, boolean forgiving, String source) {
    Set<String> folders = new LinkedHashSet<>();
    boolean any =
        forgiving
            && locations.stream()
                .flatMap(location -> candidates(location, plainIsClasspath).stream())
                .anyMatch(candidate -> matching(candidate).findAny().isPresent());
    for (String location : locations) {
      List<String> candidates = candidates(location, plainIsClasspath);
      List<String> there = candidates.stream().flatMap(this::matching).toList();
      if (there.isEmpty() && any) {
        notes.add(
            source
                + " names the location "
                + location
                + ", which is not in the project: passed over, as Flyway does where there is no such"
                + " folder");
        continue;
      }
      if (there.isEmpty()) {
        throw Problem.usage(
            "looking for migrations in \"" + location + "\": " + why(candidates),
            "Looked at: "
                + String.join(", ", candidates)
                + "."
                + (plainIsClasspath
                    ? "\nWhere else they are can be said in annals.yml (migrations: locations)."
                    : ""));
      }
      folders.add(there.get(0));
      if (location.contains("*")) {
        folders.addAll(there);
      }
    }
    return List.copyOf(folders);
  }

  private String why(List<String> candidates) {
    return candidates.stream().anyMatch(folder -> Files.isDirectory(project.resolve(folder)))
        ? "it lies outside of the project; build the folder that has both"
        : "there is no such folder";
  }

  private static List<String> candidates(String location, boolean plainIsClasspath) {
    if (location.startsWith("filesystem:")) {
      return List.of(location.substring("filesystem:".length()));
    }
    if (location.startsWith("classpath:")) {
      String path = location.substring("classpath:".length()).replaceFirst("^/", "");
      return List.of(
          "src/main/resources/" + path, "src/main/java/" + path, "src/main/kotlin/" + path, path);
    }
    return plainIsClasspath
        ? List.of("src/main/resources/" + location, location)
        : List.of(location);
  }

  private Stream<String> matching(String folder) {
    Path root = project.toAbsolutePath().normalize();
    if (!folder.contains("*")) {
      Path path = root.resolve(folder).normalize();
      return Files.isDirectory(path) && path.startsWith(root)
          ? Stream.of(slashes(root.relativize(path)))
          : Stream.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + folder);
    try (Stream<Path> walk = Files.walk(root, 12)) {
      return walk
          .filter(Files::isDirectory)
          .map(root::relativize)
          .filter(matcher::matches)
          .map(SettingsReader::slashes)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw Problem.failure("looking for migrations in " + folder + ": " + e.getMessage(), "", e);
    }
  }

  /**
   * A folder of a project as git knows it: without symbolic links. What leads out of the project or
   * is not there stays as it is, and is told where it is read.
   */
  public static String behindLinks(Path project, String folder) {
    try {
      Path root = project.toRealPath();
      Path real = project.resolve(folder).toRealPath();
      return real.startsWith(root) ? slashes(root.relativize(real)) : folder;
    } catch (IOException | InvalidPathException e) {
      return folder;
    }
  }

  private static String slashes(Path path) {
    String text = path.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }
}
