package dev.annals.model.witness;

/**
 * A statement of the project's own, as it is tried on the schemas of its history.
 *
 * @param path its file, from the project's folder; empty for a routine of the database
 * @param line the line at which it begins; 0 for a routine
 * @param name the routine; empty for a statement of a file
 * @param probe how it is tried
 */
public record OwnStatement(String path, int line, String name, Probe probe) {

  /** How people find it: {@code queries/search.sql:3}. */
  public String place() {
    return path.isEmpty() ? name : path + ":" + line;
  }
}
