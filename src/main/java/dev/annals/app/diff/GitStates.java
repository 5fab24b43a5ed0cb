package dev.annals.app.diff;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.consumer.ConsumerReader;
import dev.annals.extract.git.GitPoint;
import dev.annals.extract.git.GitTree;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.ProjectCode;
import dev.annals.extract.history.SettingsReader;
import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Preview.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a project as commits and the work tree have it. What is needed of a commit is written to a
 * private folder, so that it is read as every project is; the work tree is not touched.
 */
final class GitStates {

  /** What a project says about itself, besides its migrations. */
  private static final List<String> SETTINGS =
      List.of("flyway.toml", "flyway.conf", "conf/flyway.toml", "conf/flyway.conf");

  private static final Pattern NEEDED = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final DiffRequest request;
  private final GitTree git;
  private final Path scratch;

  /**
   * @param scratch an empty folder of our own
   */
  GitStates(DiffRequest request, GitTree git, Path scratch) {
    this.request = request;
    this.git = git;
    this.scratch = scratch;
  }

  /** The configuration file, from the project's folder; empty where it lies elsewhere. */
  private String configPath() {
    Path project = request.project().toAbsolutePath().normalize();
    Path config = request.config().toAbsolutePath().normalize();
    return config.startsWith(project)
        ? project.relativize(config).toString().replace('\\', '/')
        : "";
  }

  /** The state that is there already: its configuration may use the environment. */
  State base(GitPoint point) {
    Path folder = unpack("base", point);
    Path config = configIn(folder);
    Config own = new ConfigReader(request.environment()).read(folder, config);
    return state(
        point,
        folder,
        request.configured(folder, isSilent(config) ? placed(folder, own, request.config()) : own));
  }

  /** Whether a commit has no configuration where the work tree has one. */
  private boolean isSilent(Path config) {
    return !Files.isRegularFile(config) && Files.isRegularFile(request.config());
  }

  /**
   * A state that somebody proposes. Where it changes the configuration, it decides where things
   * are, and nothing that would reach for secrets or rights.
   */
  State head(Optional<GitPoint> point, State base, List<String> notes) {
    Path folder = point.isPresent() ? unpack("head", point.get()) : request.project();
    Path config = configIn(folder);
    Path then = configIn(base.folder());
    if (isSilent(then)) {
      notes.add(
          base.point().name()
              + " has no "
              + configPath()
              + ": the work tree's says where its migrations and pages are");
    }
    Config proposed =
        isSilent(then) && isSilent(config)
            ? placed(folder, base.config(), request.config())
            : proposed(folder, config, base, notes);
    notes.addAll(editedCode(base, point));
    Config whole = request.configured(folder, proposed);
    if (point.isPresent()) {
      return state(point.get(), folder, whole);
    }
    FlywaySettings settings = settings(folder, whole);
    return new State(
        new Point("working tree", Commit.UNKNOWN),
        folder,
        whole,
        settings,
        FileSet.ofFolders(folder, settings.folders()),
        request.code());
  }

  /** The classes are those of today: of one that was edited, nobody has the former one. */
  private List<String> editedCode(State base, Optional<GitPoint> head) {
    if (request.code().isEmpty() || !base.point().commit().known()) {
      return List.of();
    }
    CodeSources now =
        head.map(point -> CodeSources.of(git, point))
            .orElseGet(() -> CodeSources.of(request.project()));
    return now.editedSince(CodeSources.of(git, git.resolve(base.point().commit().id()))).stream()
        .map(
            path ->
                path
                    + " is otherwise than at "
                    + base.point().name()
                    + ": both states were replayed with the class as it is now")
        .toList();
  }

  /** A class is there where its source is; one whose source is nowhere comes from a library. */
  private ProjectCode code(GitPoint point) {
    if (request.code().isEmpty()) {
      return request.code();
    }
    CodeSources then = CodeSources.of(git, point);
    CodeSources here = CodeSources.of(request.project());
    return request.code().only(name -> then.has(name) || !here.has(name));
  }

  private Path configIn(Path folder) {
    String path = configPath();
    return path.isEmpty() ? request.config() : folder.resolve(path);
  }

  private Config proposed(Path folder, Path config, State base, List<String> notes) {
    byte[] now = bytes(config);
    byte[] then = bytes(configIn(base.folder()));
    if (configPath().isEmpty() || Arrays.equals(now, then)) {
      return new ConfigReader(request.environment()).read(folder, config);
    }
    Config trusted = base.config();
    Config placed = placed(folder, trusted, config);
    if (unfilled(folder, config).databases().get(0).trust()
        && !trusted.databases().get(0).trust()) {
      notes.add("\"trust: true\" is new in the configuration: it counts once it is merged");
    }
    return placed;
  }

  /** A configuration as it is written, with no variable filled in. */
  private static Config unfilled(Path folder, Path file) {
    Map<String, String> names = new HashMap<>();
    Matcher matcher = NEEDED.matcher(new String(bytes(file), StandardCharsets.UTF_8));
    while (matcher.find()) {
      names.put(matcher.group(1), "${" + matcher.group(1) + "}");
    }
    return new ConfigReader(names).read(folder, file);
  }

  /** The trusted configuration, with the places that the file names. */
  private static Config placed(Path folder, Config trusted, Path file) {
    Config read = unfilled(folder, file);
    DatabaseConfig proposed = read.databases().get(0);
    DatabaseConfig known = trusted.databases().get(0);
    return new Config(
        folder,
        read.file(),
        trusted.file().isEmpty() ? read.title() : trusted.title(),
        trusted.url(),
        trusted.edit(),
        trusted.theme(),
        List.of(
            new DatabaseConfig(
                proposed.name(),
                proposed.major(),
                known.scratch(),
                known.trust(),
                proposed.locations(),
                proposed.settings(),
                proposed.rationale(),
                proposed.consumers(),
                List.of())),
        trusted.releases(),
        trusted.semver(),
        trusted.gate(),
        trusted.embeds(),
        trusted.format(),
        trusted.output());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw Problem.failure("reading " + file + ": " + e.getMessage(), "May it be read?", e);
    }
  }

  private State state(GitPoint point, Path folder, Config config) {
    DatabaseConfig database = config.databases().get(0);
    Predicate<String> consumers = ConsumerReader.naming(database.consumers());
    FlywaySettings settings = settings(folder, config);
    List<String> folders = settings.folders();
    SortedMap<String, byte[]> migrations = git.files(point, path -> isBelow(folders, path));
    SortedMap<String, byte[]> others =
        git.files(
            point, path -> isBelow(List.of(database.rationale()), path) || consumers.test(path));
    others.forEach((path, content) -> write(inside(folder, path), content));
    return new State(
        new Point(point.name(), point.commit()),
        folder,
        config,
        settings,
        new FileSet(new TreeMap<>(migrations)),
        code(point));
  }

  /** A state may be older than its migrations: then it has none. */
  private FlywaySettings settings(Path folder, Config config) {
    DatabaseConfig database = config.databases().get(0);
    List<String> locations =
        database.locations().stream()
            .map(location -> SettingsReader.behindLinks(request.project(), location))
            .toList();
    List<String> there =
        locations.stream()
            .filter(
                location ->
                    location.contains(":")
                        || location.contains("*")
                        || Files.isDirectory(folder.resolve(location)))
            .toList();
    if (!locations.isEmpty() && there.isEmpty()) {
      return new FlywaySettings("", locations, Map.of());
    }
    return SettingsReader.read(folder, there, database.settings());
  }

  private static boolean isBelow(List<String> folders, String path) {
    return folders.stream()
        .anyMatch(
            folder -> folder.equals(".") || path.startsWith(folder.replaceAll("/+$", "") + "/"));
  }

  /** Writes the project's folders, and the files that say what it is. */
  private Path unpack(String name, GitPoint point) {
    Path parent = scratch.resolve(name);
    Path folder =
        parent.resolve(
            String.valueOf(request.project().toAbsolutePath().normalize().getFileName()));
    String config = configPath();
    try {
      Files.createDirectories(folder);
      for (String path : git.paths(point)) {
        Files.createDirectories(inside(folder, path).getParent());
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    git.files(point, path -> path.equals(config) || SETTINGS.contains(path))
        .forEach((path, content) -> write(inside(folder, path), content));
    return folder;
  }

  /** Git allows no way out of a tree; neither do we. */
  private static Path inside(Path folder, String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw Problem.failure(
          "reading the git repository: the path \"" + path + "\" leads out of it",
          "The repository is damaged, or hostile.");
    }
    return file;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Problem unwritable(Path file, IOException e) {
    return Problem.failure(
        "writing " + file + ": " + e.getMessage(),
        "There has to be room in the temporary folder (ANNALS_JAVA_OPTIONS=-Djava.io.tmpdir=…"
            + " names another).",
        e);
  }
}
