package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.extract.consumer.ConsumerReader;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.SettingsReader;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Rationale;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files and folders that a site was made of, and what is new among them. */
final class Inputs {

  private static final List<String> SETTINGS =
      List.of("flyway.toml", "conf/flyway.toml", "flyway.conf", "conf/flyway.conf");
  private static final List<String> GIT =
      List.of("HEAD", "logs/HEAD", "packed-refs", "refs/tags", "refs/remotes/origin/HEAD");

  /** What has to be done again. */
  enum Part {
    /** Configuration, migrations, what git says, the programs that use the database. */
    HISTORY,
    /** The team's pages, their pictures and decisions, the known findings. */
    PAGES,
    /** Templates, style and logo. */
    THEME
  }

  /**
   * How a file was when it was looked at.
   *
   * @param size in bytes
   * @param changed when it was written, as the file system tells it
   * @param key which file it is: one that was put in its place has another
   */
  private record Seen(long size, Object changed, String key) {}

  private final Map<Path, Part> roots = new HashMap<>();
  private final Map<Part, Map<Path, Seen>> seen = new HashMap<>();

  /** What a configuration names; the file itself is read from {@code request}. */
  Inputs(BuildRequest request, Config config) {
    Path project = config.project();
    add(Part.HISTORY, request.config());
    SETTINGS.forEach(name -> add(Part.HISTORY, project.resolve(name)));
    FlywaySettings settings =
        SettingsReader.read(
            project, config.databases().get(0).locations(), config.databases().get(0).settings());
    settings.folders().forEach(folder -> add(Part.HISTORY, project.resolve(folder)));
    ConsumerReader.files(project, config.databases().get(0).consumers()).stream()
        .map(file -> file.getParent().equals(home(project)) ? file : file.getParent())
        .forEach(each -> add(Part.HISTORY, each));
    add(Part.PAGES, project.resolve(config.databases().get(0).rationale()));
    if (!config.gate().baseline().isEmpty()) {
      add(Part.PAGES, project.resolve(config.gate().baseline()));
    }
    if (!config.theme().isEmpty()) {
      add(Part.THEME, project.resolve(config.theme()));
    }
    for (Path folder = home(project); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".git"))) {
        Path git = folder.resolve(".git");
        GIT.forEach(name -> add(Part.HISTORY, git.resolve(name)));
        break;
      }
    }
  }

  /** Adds what the pages name. */
  void found(Config config, Chronicle chronicle, Collection<String> images) {
    for (Rationale page : chronicle.rationale()) {
      page.decisions().forEach(path -> add(Part.PAGES, config.project().resolve(path)));
    }
    images.forEach(path -> add(Part.PAGES, config.project().resolve(path)));
  }

  private static Path home(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void add(Part part, Path path) {
    Path root = home(path);
    if (roots.putIfAbsent(root, part) == null && seen.containsKey(part)) {
      walk(root, seen.get(part)::put, new LinkedHashSet<>());
    }
  }

  /** The folders in which something may change, and those above files that are not there yet. */
  Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path root : roots.keySet()) {
      if (Files.isDirectory(root)) {
        walk(root, (file, how) -> {}, folders);
      }
      for (Path above = root.getParent(); above != null; above = above.getParent()) {
        if (Files.isDirectory(above)) {
          folders.add(above);
          break;
        }
      }
    }
    return folders;
  }

  /** What has changed since it was asked for the last time: file by file, in no more detail. */
  Map<Part, List<Path>> changed() {
    Map<Part, List<Path>> changed = new HashMap<>();
    for (Part part : Part.values()) {
      Map<Path, Seen> now = now(part);
      Map<Path, Seen> before = seen.getOrDefault(part, Map.of());
      List<Path> files = new ArrayList<>();
      now.forEach(
          (file, how) -> {
            if (!how.equals(before.get(file))) {
              files.add(file);
            }
          });
      before.keySet().stream().filter(file -> !now.containsKey(file)).forEach(files::add);
      if (!files.isEmpty()) {
        files.sort(null);
        changed.put(part, files);
      }
      seen.put(part, now);
    }
    return changed;
  }

  private Map<Path, Seen> now(Part part) {
    Map<Path, Seen> now = new HashMap<>();
    roots.forEach(
        (root, of) -> {
          if (of == part) {
            walk(root, now::put, new LinkedHashSet<>());
          }
        });
    return now;
  }

  /** Hears of files. */
  private interface Visitor {
    void at(Path file, Seen how);
  }

  private static void walk(Path root, Visitor visitor, Set<Path> folders) {
    if (!Files.exists(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes how) {
              folders.add(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes how) {
              visitor.at(
                  file,
                  new Seen(how.size(), how.lastModifiedTime(), String.valueOf(how.fileKey())));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // it has just gone: the next look tells
            }
          });
    } catch (IOException e) {
      folders.add(root); // it has just gone
    }
  }
}
