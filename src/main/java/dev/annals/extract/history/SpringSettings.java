package dev.annals.extract.history;

import dev.annals.model.Problem;
import dev.annals.yaml.YamlMap;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a Spring Boot application says to Flyway in {@code application.properties} or {@code
 * application.yml} under {@code spring.flyway}. An empty prefix of migrations counts, and a
 * placeholder that stands for nothing; other empty values do not. Addresses, users and passwords
 * are not looked at.
 */
final class SpringSettings {

  /** The second is that of Spring Boot 1. */
  private static final List<String> PREFIXES = List.of("spring.flyway.", "flyway.");

  /** {@code ${DB_SCHEMA:shop}}: what Spring takes where nobody says otherwise. */
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[^:{}]+:([^{}]*)}");

  private static final Pattern OPEN = Pattern.compile("\\$\\{");

  private SpringSettings() {}

  /**
   * The first application that names its migrations.
   *
   * @param files from the project's folder
   */
  static Optional<FoundMigrations> of(Path project, Collection<String> files) {
    for (String file : files) {
      SortedMap<String, String> said = read(project.resolve(file), file);
      List<String> notes = new ArrayList<>();
      List<String> locations = locations(project, file, said, notes);
      if (!locations.isEmpty()) {
        return Optional.of(new FoundMigrations(file, locations, settings(said), notes));
      }
    }
    return Optional.empty();
  }

  private static List<String> locations(
      Path project, String file, Map<String, String> said, List<String> notes) {
    String named = said.getOrDefault("locations", "");
    String resources = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
    if (named.isEmpty()) {
      boolean usual =
          !said.isEmpty() && Files.isDirectory(project.resolve(resources + "db/migration"));
      return usual ? List.of(resources + "db/migration") : List.of();
    }
    List<String> locations = new ArrayList<>();
    for (String each : named.split(",")) {
      String place = each.strip().replace("{vendor}", "postgresql");
      String folder =
          place.startsWith("filesystem:")
              ? place.substring("filesystem:".length())
              : resources + place.replaceFirst("^classpath:/?", "");
      if (Files.isDirectory(project.resolve(folder))) {
        locations.add(folder);
      } else {
        notes.add(file + " names the location " + each.strip() + ", and there is no such folder");
      }
    }
    return locations;
  }

  private static SortedMap<String, String> settings(Map<String, String> said) {
    SortedMap<String, String> settings = new TreeMap<>();
    said.forEach(
        (key, value) -> {
          String name =
              key.startsWith("placeholders.") ? key : camel(key).replace("initSqls", "initSql");
          boolean placeholder = name.startsWith("placeholders.");
          String filled = DEFAULT.matcher(value).replaceAll("$1");
          boolean says = !filled.isEmpty() || placeholder || name.equals("sqlMigrationPrefix");
          if ((placeholder || SettingsReader.isKept(name))
              && says
              && !OPEN.matcher(filled).find()) {
            settings.put(name, filled);
          }
        });
    return settings;
  }

  /** {@code default-schema} as Flyway calls it. */
  private static String camel(String key) {
    return Pattern.compile("-([a-z])")
        .matcher(key)
        .replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
  }

  /** Keys below {@code spring.flyway}; a file that cannot be read says nothing. */
  private static SortedMap<String, String> read(Path file, String name) {
    SortedMap<String, String> said = new TreeMap<>();
    try {
      String text = Files.readString(file);
      if (name.endsWith(".properties")) {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        PREFIXES.forEach(prefix -> take(properties, prefix, said));
      } else {
        YamlMap flyway =
            YamlMap.parse(firstDocument(text), name, value -> value).map("spring").map("flyway");
        said.putAll(flyway.asTexts());
        said.put("init-sqls", String.join("; ", flyway.texts("init-sqls")));
        flyway.map("placeholders").asTexts().forEach((k, v) -> said.put("placeholders." + k, v));
      }
    } catch (IOException | IllegalArgumentException | Problem e) {
      return new TreeMap<>();
    }
    return said;
  }

  private static void take(Properties properties, String prefix, Map<String, String> said) {
    properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(
            key -> said.putIfAbsent(key.substring(prefix.length()), properties.getProperty(key)));
  }

  private static String firstDocument(String text) {
    return text.replaceFirst("(?s)\\A---[^\\n]*\\n", "").replaceFirst("(?ms)^---\\s*$.*", "");
  }
}
