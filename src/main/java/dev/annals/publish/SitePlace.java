package dev.annals.publish;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of a site, with those beside it in which the next is made and the former goes. */
final class SitePlace {

  private final Path output;
  private final Path staging;
  private final Path former;
  private final Map<Path, Boolean> folders = new ConcurrentHashMap<>();
  private CompletableFuture<Void> deletion = CompletableFuture.completedFuture(null);

  SitePlace(Path output) {
    this.output = output;
    this.staging = output.resolveSibling("." + output.getFileName() + ".annals-new");
    this.former = output.resolveSibling("." + output.getFileName() + ".annals-old");
  }

  /** Where a link leads to a folder, the site goes there and the link stays. */
  static Path real(Path output) {
    try {
      return Files.isSymbolicLink(output) && Files.isDirectory(output)
          ? output.toRealPath()
          : output;
    } catch (IOException e) {
      throw trouble(output, e);
    }
  }

  /** Where the site is. */
  Path output() {
    return output;
  }

  /** Where the next one is made. */
  Path staging() {
    return staging;
  }

  /** Makes an empty folder for the next one. */
  void begin() throws IOException {
    delete(staging);
    Files.createDirectories(staging);
  }

  /** Removes what was not published. */
  void discard() throws IOException {
    delete(staging);
  }

  /**
   * Where a file of the new site is written.
   *
   * @throws IllegalArgumentException if it would leave the site
   */
  Path target(String path) {
    Path target = staging.resolve(path).normalize();
    if (!target.startsWith(staging) || path.startsWith("/") || path.isEmpty()) {
      throw new IllegalArgumentException("a page would leave the site: " + path);
    }
    return target;
  }

  /** Writes a file of the new site. */
  void write(Path target, byte[] bytes) throws IOException {
    makeFolder(target.getParent());
    Files.write(target, bytes);
  }

  /** Gives a file of the former site a second name in the new one; else it is copied. */
  void link(Path target, String path) throws IOException {
    Path file = output.resolve(path);
    makeFolder(target.getParent());
    try {
      Files.createLink(target, file);
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.copy(file, target); // there are file systems without second names
    }
  }

  private void makeFolder(Path folder) throws IOException {
    try {
      folders.computeIfAbsent(folder, SitePlace::made);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean made(Path folder) {
    try {
      Files.createDirectories(folder);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Files, links and folders of others go with the site: a repository has empty ones, for instance.
   *
   * @param old what the former site has of ours
   * @param taken those of our files that are taken over from there
   */
  void carryOver(Manifest old, Set<String> taken) throws IOException {
    if (Files.isDirectory(output)) {
      carryOver(output, "", old, taken);
    }
  }

  /** Somebody may have put a folder where a file of ours was. */
  private static boolean isOurs(Path file, String path, Manifest old) {
    return old.contains(path) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Of files that are taken over nothing but the names is looked at. */
  private void carryOver(Path folder, String beginning, Manifest old, Set<String> taken)
      throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String path = beginning + file.getFileName();
        if (!taken.contains(path) && !isOurs(file, path, old)) {
          carryOver(file, path, old, taken, staging.resolve(path));
        }
      }
    }
  }

  private void carryOver(Path file, String path, Manifest old, Set<String> taken, Path target)
      throws IOException {
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      if (!there && !old.hasFolder(path)) {
        Files.createDirectories(target);
      }
      carryOver(file, path + "/", old, taken);
    } else if (!there) {
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Two renames; if the process dies between them, the next one finds {@code former} and mends. */
  void swap() throws IOException {
    if (Files.exists(output)) {
      Files.move(output, former, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(staging, output, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      mend();
      throw e;
    }
    deletion =
        CompletableFuture.runAsync(() -> deleteFormer(), command -> new Thread(command).start());
  }

  private void deleteFormer() {
    try {
      delete(former);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until nothing is left of the former site. */
  void awaitDeletion() {
    try {
      deletion.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io ? trouble(io.getCause()) : e;
    }
  }

  /** Brings the former site back that an interrupted move has left, and removes what is old. */
  void mend() throws IOException {
    if (Files.exists(former) && !Files.exists(output)) {
      Files.move(former, output, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(former);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What to say where something goes wrong. */
  Problem trouble(IOException e) {
    return trouble(output, e);
  }

  static Problem trouble(Path output, IOException e) {
    return Problem.failure(
        "writing the site to " + output + ": " + reason(e),
        "The former site, if there was one, is untouched. Make room there, allow writing, or name"
            + " another folder (--output DIR).",
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException f) {
      return "it cannot be made there (" + f.getFile() + ")";
    }
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason() + " (" + f.getFile() + ")"
        : String.valueOf(e.getMessage());
  }
}
