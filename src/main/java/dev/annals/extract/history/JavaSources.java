package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the source files of Java migrations: nothing is read or run of them. */
public final class JavaSources {

  private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy");
  private static final String SOURCES =
      "(?:.*/)?src/(?:main|test)/(?:resources|java|kotlin|groovy)/";
  private static final String RESOURCES = "src/main/resources";

  private JavaSources() {}

  /**
   * A sentence on the classes beside the migrations that Flyway would run and that are not run
   * here; none where there are none.
   *
   * @param folders of the migrations, from the project's folder
   */
  public static List<String> notes(Path project, List<String> folders) {
    return told(paths(project, folders));
  }

  private static List<String> paths(Path project, List<String> folders) {
    return folders.stream()
        .filter(folder -> folder.contains(RESOURCES))
        .flatMap(
            folder -> LANGUAGES.stream().map(each -> folder.replace(RESOURCES, "src/main/" + each)))
        .map(project::resolve)
        .filter(Files::isDirectory)
        .flatMap(JavaSources::files)
        .filter(file -> isMigration(String.valueOf(file.getFileName())))
        .map(file -> project.relativize(file).toString().replace('\\', '/'))
        .sorted()
        .toList();
  }

  /** Where on the class path the classes beside migrations are. */
  static List<String> packages(List<String> folders) {
    return folders.stream()
        .filter(folder -> folder.matches(SOURCES + ".+"))
        .map(folder -> folder.replaceFirst(SOURCES, ""))
        .distinct()
        .toList();
  }

  /** True for the path of a file that a Java migration may be written in. */
  public static boolean isSource(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return isMigration(name) && !name.endsWith(".class");
  }

  /** The files of a folder that Java migrations may be written in, by their paths from there. */
  public static Map<String, byte[]> sources(Path project) {
    Map<String, byte[]> found = new TreeMap<>();
    try {
      Files.walkFileTree(
          project,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return !folder.equals(project) && isBuilt(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String path = project.relativize(file).toString().replace('\\', '/');
              if (attributes.isRegularFile() && isSource(path)) {
                found.put(path, Files.readAllBytes(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw Problem.failure("looking for Java migrations in " + project + ": " + e, "", e);
    }
    return found;
  }

  /** Folders with what tools made or keep. */
  private static boolean isBuilt(String folder) {
    return folder.startsWith(".") || Set.of("target", "build", "node_modules").contains(folder);
  }

  /** True for the file that a class is written in, or compiled to. */
  public static boolean isOf(String path, String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return isMigration(name) && name.substring(0, name.lastIndexOf('.')).equals(simple);
  }

  /** More names than this are counted. */
  private static final int NAMED = 6;

  private static final String ASKED_FOR =
      "Code of a project runs only where that is asked for: with the Maven plugin, or"
          + " dev.annals.Annals";

  /** A sentence on a migration or a callback. */
  static String notRun(String name, String what) {
    return "%s is a %s in code: it is not run, what it does is not in this history. %s"
        .formatted(name, what, ASKED_FOR);
  }

  /** One sentence on all migrations in code that are not run; none where there are none. */
  static List<String> told(List<String> paths) {
    if (paths.size() < 2) {
      return paths.stream().map(path -> notRun(path, "migration")).toList();
    }
    int named = Math.min(NAMED, paths.size());
    List<String> names = new ArrayList<>(List.of(paths.get(0)));
    paths.subList(1, named).stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .forEach(names::add);
    String more = paths.size() > named ? " and " + (paths.size() - named) + " more" : "";
    return List.of(
        "%d migrations in code are not run, what they do is not in this history: %s%s. %s"
            .formatted(paths.size(), String.join(", ", names), more, ASKED_FOR));
  }

  static boolean isMigration(String name) {
    return name.matches("[VRB]\\d?[^ ]*__.*\\.(java|class|kt|groovy)");
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw Problem.failure("looking for Java migrations in " + folder + ": " + e, "", e);
    }
  }

  /** Where a class would be on the class path, for want of a better place. */
  static String path(String className) {
    return className.replaceAll("\\$.*", "").replace('.', '/') + ".class";
  }
}
