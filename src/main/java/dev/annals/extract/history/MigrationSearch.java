package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the migrations of a project that nobody has told us anything about: what Flyway's own
 * configuration says, else what a Spring Boot application says, else the folder that holds most
 * files with names like {@code V1__orders.sql}. Folders made for another database product, tests
 * and what tools have built are passed over.
 */
public final class MigrationSearch {

  private static final int DEPTH = 16;
  private static final Pattern VERSIONED = Pattern.compile("V(\\d[\\d._]*)__.+\\.sql");

  /** What Flyway reads where its prefix is empty: {@code 20170206205240748__schema.sql}. */
  private static final Pattern WITHOUT_PREFIX = Pattern.compile("(\\d[\\d._]*)__.+\\.sql");

  private static final Set<String> PASSED_OVER =
      Set.of("node_modules", "target", "build", "out", "dist", "bin", "vendor");
  private static final Set<String> TESTS = Set.of("test", "tests", "integrationtest");
  private static final Set<String> OTHER_PRODUCTS =
      Set.of(
          ("cassandra clickhouse cockroach cockroachdb db2 derby h2 hsqldb informix mariadb mssql"
                  + " mysql oracle redshift snowflake sqlite sqlserver sybase tidb vertica")
              .split(" "));
  private static final Set<String> DEVELOPMENT =
      Set.of(
          "local", "dev", "development", "testdata", "seed", "seeds", "demo", "sample", "samples");
  private static final Pattern OTHER_TOOL =
      Pattern.compile("(?i)(?:db\\.)?changelog.*\\.(?:xml|ya?ml|json)|alembic\\.ini");

  private final Path project;

  /** Versions by folder. */
  private final SortedMap<String, SortedSet<String>> folders = new TreeMap<>();

  /** The same of files without the prefix. */
  private final SortedMap<String, SortedSet<String>> unprefixed = new TreeMap<>();

  private final SortedMap<String, String> settings = new TreeMap<>();

  private final SortedSet<String> otherProducts = new TreeSet<>();
  private final SortedSet<String> development = new TreeSet<>();
  private final SortedSet<String> tests = new TreeSet<>();
  private final SortedSet<String> applications = new TreeSet<>();
  private final List<String> otherTools = new ArrayList<>();

  private MigrationSearch(Path project) {
    this.project = project;
  }

  /**
   * Looks through a project.
   *
   * @throws Problem if it cannot be read
   */
  public static FoundMigrations in(Path project) {
    String own = SettingsReader.configurationOf(project);
    if (!own.isEmpty()) {
      return new FoundMigrations(own, List.of(), new TreeMap<>(), List.of());
    }
    MigrationSearch search = new MigrationSearch(project.toAbsolutePath().normalize());
    search.walk();
    return SpringSettings.of(search.project, search.applications).orElseGet(search::fullest);
  }

  private void walk() {
    try {
      Files.walkFileTree(project, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Visitor());
    } catch (IOException e) {
      throw Problem.failure(
          "looking for migrations in " + project + ": " + e.getMessage(),
          "May the folder be read?",
          e);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      String name = String.valueOf(dir.getFileName());
      boolean skip = name.startsWith(".") || PASSED_OVER.contains(name.toLowerCase(Locale.ROOT));
      return skip && !dir.equals(project) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      String path = slashes(project.relativize(file));
      Matcher versioned = VERSIONED.matcher(name);
      if (versioned.matches() && attributes.isRegularFile()) {
        add(folder(path), versioned, folders);
        return FileVisitResult.CONTINUE;
      }
      Matcher plain = WITHOUT_PREFIX.matcher(name);
      if (plain.matches() && attributes.isRegularFile()) {
        add(folder(path), plain, unprefixed);
      } else if (isOfTests(path)) {
        return FileVisitResult.CONTINUE;
      } else if (name.matches("application\\.(properties|ya?ml)")) {
        applications.add(path);
      } else if (OTHER_TOOL.matcher(name).matches()) {
        otherTools.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // what may not be read holds no migrations of ours
    }
  }

  private static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : ".";
  }

  private void add(String folder, Matcher versioned, SortedMap<String, SortedSet<String>> folders) {
    if (isOfTests(folder)) {
      tests.add(folder);
    } else if (isForOther(folder)) {
      otherProducts.add(folder);
    } else if (DEVELOPMENT.contains(folder.substring(folder.lastIndexOf('/') + 1))) {
      development.add(folder);
    } else {
      folders
          .computeIfAbsent(folder, key -> new TreeSet<>())
          .add(versioned.group(1).replace('_', '.').replaceAll("(\\.0+)+$", ""));
    }
  }

  private static boolean isOfTests(String path) {
    return Stream.of(path.toLowerCase(Locale.ROOT).split("/")).anyMatch(TESTS::contains);
  }

  private static boolean isForOther(String folder) {
    for (String part : folder.toLowerCase(Locale.ROOT).split("/")) {
      for (String word : part.split("[-_]")) {
        if (OTHER_PRODUCTS.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The group of folders with most versions; the others are named. */
  private FoundMigrations fullest() {
    if (folders.isEmpty() && !unprefixed.isEmpty()) {
      folders.putAll(unprefixed);
      settings.put("sqlMigrationPrefix", "");
    }
    List<Group> groups = groups();
    if (groups.isEmpty()) {
      return new FoundMigrations("", List.of(), new TreeMap<>(), missing());
    }
    Group best = groups.get(0);
    for (Group group : groups) {
      if (group.versions().size() > best.versions().size()) {
        best = group;
      }
    }
    List<String> notes = new ArrayList<>();
    for (Group group : groups) {
      if (!group.equals(best)) {
        notes.add(
            String.join(", ", group.locations())
                + " holds migrations of its own: a site tells the story of one database; give that"
                + " one a configuration of its own (--config FILE)");
      }
    }
    notes.addAll(passedOver());
    if (!settings.isEmpty()) {
      notes.add(
          "the setting sqlMigrationPrefix: \"\" was added: the files are called like"
              + " 2024__orders.sql, without the V");
    }
    return new FoundMigrations("", best.locations(), settings, notes);
  }

  private List<String> passedOver() {
    List<String> notes = new ArrayList<>();
    otherProducts.forEach(
        folder -> notes.add(folder + " was passed over: it is for another database product"));
    development.forEach(
        folder -> notes.add(folder + " was passed over: it seems to be for developers' machines"));
    return notes;
  }

  private List<String> missing() {
    List<String> notes = passedOver();
    tests.forEach(
        folder -> notes.add(folder + " was passed over: it is for tests; name it if you mean it"));
    otherTools.stream()
        .limit(3)
        .forEach(
            file -> notes.add(file + " belongs to another migration tool: Annals reads Flyway"));
    return notes;
  }

  private record Group(List<String> locations, Set<String> versions) {}

  /** Folders side by side are one history where no version is in both. */
  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (String folder : topmost()) {
      Set<String> versions = below(folder);
      Group sibling =
          groups.stream()
              .filter(group -> parent(group.locations().get(0)).equals(parent(folder)))
              .filter(group -> group.versions().stream().noneMatch(versions::contains))
              .findFirst()
              .orElse(null);
      if (sibling == null || folder.equals(".")) {
        groups.add(new Group(new ArrayList<>(List.of(folder)), versions));
      } else {
        sibling.locations().add(folder);
        sibling.versions().addAll(versions);
      }
    }
    return groups;
  }

  private List<String> topmost() {
    return folders.keySet().stream()
        .filter(one -> folders.keySet().stream().noneMatch(above -> isBelow(one, above)))
        .toList();
  }

  private Set<String> below(String folder) {
    Set<String> versions = new TreeSet<>();
    folders.forEach(
        (one, own) -> {
          if (one.equals(folder) || isBelow(one, folder)) {
            versions.addAll(own);
          }
        });
    return versions;
  }

  private static boolean isBelow(String one, String above) {
    return !one.equals(above) && (above.equals(".") || one.startsWith(above + "/"));
  }

  private static String parent(String folder) {
    return folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
