package dev.annals.app.diff;

import dev.annals.app.config.Config;
import dev.annals.extract.history.ProjectCode;
import dev.annals.extract.history.SettingsReader;
import dev.annals.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a user asked to be compared.
 *
 * @param project the project's folder
 * @param config the configuration file; need not exist
 * @param offline ask no live database, fetch nothing
 * @param cached whether what former replays gave is used and kept
 * @param environment the environment variables
 * @param code the project's classes, for Java migrations
 * @param flyway what is said to Flyway elsewhere, as Flyway calls it without {@code flyway.};
 *     counts where neither a configuration of Flyway's nor {@code annals.yml} says it
 * @param what which two states
 */
public record DiffRequest(
    Path project,
    Path config,
    boolean offline,
    boolean cached,
    Map<String, String> environment,
    ProjectCode code,
    Map<String, String> flyway,
    What what) {

  /** A request that runs none of the project's classes. */
  public DiffRequest(
      Path project,
      Path config,
      boolean offline,
      boolean cached,
      Map<String, String> environment,
      What what) {
    this(project, config, offline, cached, environment, ProjectCode.NONE, Map.of(), what);
  }

  public DiffRequest {
    environment = Map.copyOf(environment);
    flyway = Map.copyOf(flyway);
  }

  /** A configuration of the project, with what is said to Flyway elsewhere. */
  Config configured(Path folder, Config read) {
    return flyway.isEmpty() || !SettingsReader.configurationOf(folder).isEmpty()
        ? read
        : read.withFlyway(flyway);
  }

  /** Which two states. */
  public sealed interface What {

    /**
     * Where the work tree's branch left another one, against the work tree.
     *
     * @param base the branch that it is to be merged into; empty for the main branch
     */
    record Branch(String base) implements What {}

    /**
     * Two commits.
     *
     * @param base the older one
     * @param head the newer one; empty for the working tree
     * @param apart true for where {@code head} left {@code base}, as git means three dots
     */
    record Commits(String base, String head, boolean apart) implements What {}

    /** Two folders with a project each. */
    record Folders(Path base, Path head) implements What {}

    /**
     * A live database, against the migrations.
     *
     * @param environment its name in the configuration; empty where its address is given
     * @param url its JDBC address; empty where it has a name
     * @param head the commit with the migrations; empty for the working tree
     */
    record Live(String environment, String url, String head) implements What {}

    /** Two files that Annals wrote: {@code chronicle.json} or {@code schema.json}. */
    record Snapshots(Path base, Path head) implements What {}
  }

  /**
   * Reads {@code A..B}, {@code A...B}, {@code A..} and {@code A}.
   *
   * @throws Problem if that is no range
   */
  public static What.Commits range(String text) {
    String range = text.strip();
    int dots = range.indexOf("..");
    if (dots < 0) {
      return new What.Commits(range, "", false);
    }
    boolean apart = range.startsWith("...", dots);
    List<String> ends = List.of(range.substring(0, dots), range.substring(dots + (apart ? 3 : 2)));
    if (ends.get(0).isEmpty() || ends.get(1).contains("..") || ends.get(1).startsWith(".")) {
      throw Problem.usage(
          "reading the range \"" + range + "\": it is not BASE..HEAD",
          "For instance main..feature, v1.4..v1.5, main...feature (from where they went apart), or"
              + " v1.4.. (up to the working tree).");
    }
    return new What.Commits(ends.get(0), ends.get(1), apart);
  }
}
