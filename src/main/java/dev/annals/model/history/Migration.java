package dev.annals.model.history;

import java.util.List;

/**
 * One step that somebody wrote.
 *
 * @param kind what the file is for
 * @param version its version as Flyway prints it; empty for a repeatable one
 * @param description its description, in words
 * @param path where the file is, from the project's folder, with slashes
 * @param checksum Flyway's own checksum
 * @param sql the file's text, before placeholders are filled in
 * @param comment its leading comment, the author's why, without comment signs; empty where there is
 *     none
 * @param introduced the commit that brought the file
 * @param edits commits that changed it later, oldest first
 */
public record Migration(
    MigrationKind kind,
    String version,
    String description,
    String path,
    int checksum,
    String sql,
    String comment,
    Commit introduced,
    List<Commit> edits) {

  public Migration {
    edits = List.copyOf(edits);
  }

  /** How people call it: its version, or its description where it has none. */
  public String name() {
    return version.isEmpty() ? description : version;
  }

  /** The class that it is, {@code db.migration.V2__fill}; empty for SQL. */
  public String javaClass() {
    return path.endsWith(".class")
        ? path.substring(0, path.length() - ".class".length()).replace('/', '.')
        : "";
  }

  /** The file's own name, or the name of the class, as Flyway's table has it. */
  public String script() {
    if (!javaClass().isEmpty()) {
      return javaClass();
    }
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
