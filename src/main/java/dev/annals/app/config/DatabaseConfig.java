package dev.annals.app.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known about one database of the project.
 *
 * @param name its name; the project folder's where the file does not say
 * @param major the PostgreSQL major to replay on; 0 for the bundled one
 * @param scratch a server of the user's to replay on; {@link Connection#NONE} for an embedded one
 * @param trust migrations replay with superuser rights
 * @param locations where the migrations are; empty to find them
 * @param settings further Flyway settings, as Flyway calls them
 * @param rationale the folder of rationale pages, from the project's folder
 * @param consumers patterns of files with the statements of the project's own programs
 * @param environments live databases, in the order of the file
 */
public record DatabaseConfig(
    String name,
    int major,
    Connection scratch,
    boolean trust,
    List<String> locations,
    Map<String, String> settings,
    String rationale,
    List<String> consumers,
    List<EnvironmentConfig> environments) {

  public DatabaseConfig {
    locations = List.copyOf(locations);
    settings = Map.copyOf(settings);
    consumers = List.copyOf(consumers);
    environments = List.copyOf(environments);
  }

  DatabaseConfig withFlyway(Map<String, String> flyway) {
    Map<String, String> all = new TreeMap<>(flyway);
    String said = all.remove("locations");
    all.putAll(settings);
    List<String> named =
        locations.isEmpty() && said != null
            ? Stream.of(said.split(",")).map(String::strip).filter(l -> !l.isEmpty()).toList()
            : locations;
    return new DatabaseConfig(
        name, major, scratch, trust, named, all, rationale, consumers, environments);
  }

  /**
   * How to reach a server. The password is never printed: {@link #toString} leaves it out.
   *
   * @param url a JDBC address
   * @param user may be empty
   * @param password may be empty
   */
  public record Connection(String url, String user, String password) {

    /** No server. */
    public static final Connection NONE = new Connection("", "", "");

    /** True where there is an address. */
    public boolean given() {
      return !url.isEmpty();
    }

    @Override
    public String toString() {
      return url.replaceAll("(?i)(password=)[^&;]*", "$1…");
    }
  }

  /**
   * A live database that has a name.
   *
   * @param name {@code production}
   * @param connection how to reach it; not {@code given} where its variable is not set
   * @param timeoutSeconds how long one statement may take
   */
  public record EnvironmentConfig(String name, Connection connection, int timeoutSeconds) {}
}
