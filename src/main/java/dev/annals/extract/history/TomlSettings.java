package dev.annals.extract.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What {@code flyway.toml} says, by the keys that {@code flyway.conf} has for it. Schemas and what
 * sessions begin with stand with an environment there, which may overrule the rest, too: that is
 * the one that {@code flyway.environment} names, or {@code default}. Where there is neither, an
 * environment is chosen on Flyway's command line, and what all of them say in the same way counts.
 *
 * @param values the keys, each with {@code flyway.}
 * @param notes what the environments do not agree about
 */
record TomlSettings(Map<String, String> values, List<String> notes) {

  private static final String ENVIRONMENT = "flyway.environment";

  /** What is an environment's own business, and no address or secret. */
  private static final List<String> OWN = List.of("schemas", "initSql");

  static TomlSettings read(String source, String text) {
    JsonNode root = new TomlMapper().readTree(text);
    Map<String, String> values = new TreeMap<>();
    flatten("flyway", root.path("flyway"), values);
    JsonNode environments = root.path("environments");
    String name = values.getOrDefault(ENVIRONMENT, "default");
    List<String> notes = new ArrayList<>();
    if (environments.path(name).isObject()) {
      JsonNode chosen = environments.path(name);
      flatten("flyway", chosen.path("flyway"), values);
      OWN.forEach(key -> flatten("flyway." + key, chosen.path(key), values));
    } else if (!values.containsKey(ENVIRONMENT)) {
      OWN.forEach(key -> agreed(source, key, environments, values, notes));
    }
    return new TomlSettings(values, notes);
  }

  private static void agreed(
      String source,
      String key,
      JsonNode environments,
      Map<String, String> values,
      List<String> notes) {
    Set<String> said = new TreeSet<>();
    environments.forEach(
        environment -> {
          Map<String, String> own = new TreeMap<>();
          flatten(key, environment.path(key), own);
          said.add(own.getOrDefault(key, ""));
        });
    if (said.size() > 1) {
      notes.add(
          "the environments of "
              + source
              + " do not agree about "
              + key
              + ": none is taken; say which one you mean (flyway.environment)");
    } else if (said.size() == 1 && !said.contains("")) {
      values.put("flyway." + key, said.iterator().next());
    }
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(prefix + "." + e.getKey(), e.getValue(), flat));
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asString()));
      flat.put(prefix, String.join(",", items));
    } else if (!node.isMissingNode()) {
      flat.put(prefix, node.asString());
    }
  }
}
