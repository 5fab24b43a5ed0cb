package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A project's own classes, for migrations that are Java. They run in the process of Annals, with
 * all that it may do: nobody's are run who does not ask for it.
 */
public final class ProjectCode implements AutoCloseable {

  /** No classes: Java migrations are named and not run. */
  public static final ProjectCode NONE = new ProjectCode(List.of(), null, name -> true);

  private final List<Path> classPath;
  private final ProjectCode whole;
  private final Predicate<String> wanted;
  private URLClassLoader loader;

  private ProjectCode(List<Path> classPath, ProjectCode whole, Predicate<String> wanted) {
    this.classPath = List.copyOf(classPath);
    this.whole = whole;
    this.wanted = wanted;
  }

  /**
   * Classes of a project.
   *
   * @param classPath folders and jars; what is not there is left out
   */
  public static ProjectCode of(List<Path> classPath) {
    return new ProjectCode(classPath.stream().filter(Files::exists).toList(), null, name -> true);
  }

  /**
   * The same classes, of which only some are migrations: those whose names pass. They are closed
   * with these.
   */
  public ProjectCode only(Predicate<String> migrations) {
    return new ProjectCode(classPath, whole == null ? this : whole, migrations);
  }

  /** True where there is nothing to be run. */
  public boolean isEmpty() {
    return classPath.isEmpty();
  }

  /** True for the name of a class that is a migration here. */
  boolean wants(String name) {
    return wanted.test(name);
  }

  /** The classes; libraries that Annals has, too, are Annals'. */
  synchronized ClassLoader loader() {
    if (whole != null) {
      return whole.loader();
    }
    if (loader == null) {
      loader =
          new URLClassLoader(
              classPath.stream().map(ProjectCode::url).toArray(URL[]::new),
              ProjectCode.class.getClassLoader());
    }
    return loader;
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }

  /** A text that differs where any class or resource does: a migration may use them all. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path entry : classPath) {
        try (Stream<Path> files = Files.walk(entry)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            byte[] content = Files.readAllBytes(file);
            String name = entry.relativize(file) + " " + content.length + "\n";
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw Problem.failure(
          "reading the project's classes: " + e.getMessage(), "May they be read?", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (loader != null) {
      try {
        loader.close();
      } catch (IOException e) {
        throw Problem.failure("closing the project's classes: " + e.getMessage(), "", e);
      }
      loader = null;
    }
  }
}
