package dev.annals.extract.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a project says to Flyway, as far as it matters for resolving and replaying. Never an
 * address, a user or a password.
 *
 * @param source the file that says so, from the project's folder; empty where none does
 * @param folders the folders of the migrations, from the project's folder
 * @param properties Flyway's own keys, {@code flyway.encoding} and the like
 * @param notes what a reader should know about what that file says
 */
public record FlywaySettings(
    String source, List<String> folders, Map<String, String> properties, List<String> notes) {

  public FlywaySettings {
    folders = List.copyOf(folders);
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    notes = List.copyOf(notes);
  }

  /** Settings of which there is nothing to say. */
  public FlywaySettings(String source, List<String> folders, Map<String, String> properties) {
    this(source, folders, properties, List.of());
  }

  /** A setting without its {@code flyway.}; empty where it is not set. */
  public String get(String key) {
    return properties.getOrDefault("flyway." + key, "");
  }

  /** The schema that unqualified names go to; empty for the server's own choice. */
  public String defaultSchema() {
    String schema = get("defaultSchema");
    return schema.isEmpty() ? get("schemas").replaceAll(",.*", "").strip() : schema;
  }

  /** The table in which Flyway keeps what it has applied. */
  public String table() {
    return get("table").isEmpty() ? "flyway_schema_history" : get("table");
  }
}
