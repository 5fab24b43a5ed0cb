package dev.annals.publish;

import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;

/**
 * Writes a site beside its place, checks its links, and puts it into its place in one move. Until
 * {@link #publish} the former site is untouched; {@link #close} without it leaves no trace. Files
 * in the place that Annals did not write are carried over.
 *
 * <p>Several threads may add files; whoever publishes waits for them to be done.
 */
public final class SiteWriter implements AutoCloseable {

  /** So many may add files at once; who moves or removes them does so alone. */
  private static final int ALL = 1_000;

  private final Path output;
  private final Path staging;
  private final Path former;
  private final OutputLock lock;
  private final Manifest old;

  /**
   * Held while files are touched; kept for good by the end of the process, should it come first.
   */
  private final Semaphore turn = new Semaphore(ALL);

  private final Thread atEnd = new Thread(this::abandon, "annals-unpublished");
  private final SortedSet<String> written = new ConcurrentSkipListSet<>();
  private final Map<Path, Boolean> folders = new ConcurrentHashMap<>();
  private final Queue<LinkCheck.Scan> scans = new ConcurrentLinkedQueue<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final LinkCheck links = new LinkCheck(this::scanAgain);

  private boolean closed;
  private CompletableFuture<Void> deletion = CompletableFuture.completedFuture(null);

  private SiteWriter(Path output, OutputLock lock) throws IOException {
    this.output = output;
    this.lock = lock;
    this.staging = output.resolveSibling("." + output.getFileName() + ".annals-new");
    this.former = output.resolveSibling("." + output.getFileName() + ".annals-old");
    mendInterruptedMove();
    this.old = Manifest.read(output);
    delete(staging);
    Files.createDirectories(staging);
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /**
   * Begins a site.
   *
   * @param folder where it will go
   * @param locks a folder of the user's own in which locks are kept
   * @throws Problem if the folder is not ours, cannot be written, or somebody else is writing there
   */
  public static SiteWriter open(Path folder, Path locks) {
    Path output = real(folder.toAbsolutePath().normalize());
    OutputLock lock = OutputLock.take(output, locks);
    try {
      Files.createDirectories(output.getParent());
      return new SiteWriter(output, lock);
    } catch (IOException e) {
      lock.close();
      throw trouble(output, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Where a link leads to a folder, the site goes there and the link stays. */
  private static Path real(Path output) {
    try {
      return Files.isSymbolicLink(output) && Files.isDirectory(output)
          ? output.toRealPath()
          : output;
    } catch (IOException e) {
      throw trouble(output, e);
    }
  }

  /**
   * Adds a file.
   *
   * @throws Problem if it cannot be written
   * @throws IllegalArgumentException if its path would leave the site, or was used before
   */
  public void accept(SiteFile file) {
    put(file);
    scans.add(LinkCheck.scan(file));
  }

  /** Adds a file that was published before; its links are those that {@link #publish} is told. */
  public void acceptKnown(SiteFile file) {
    put(file);
    known.add(file.path());
  }

  /**
   * True where the file of a path is what was published there, and nobody has touched it since.
   *
   * @param content names what was published
   */
  public boolean has(Published published, String path, String content) {
    return published.has(output, path, content);
  }

  /** True where the whole former site is as it was published. */
  public boolean stands(Published published) {
    return published.stands(output);
  }

  /** Adds a file of the former site as it is there: the same file by a second name, or a copy. */
  public void takeOver(String path) {
    Path target = target(path);
    note(path);
    begin();
    try {
      makeFolder(target.getParent());
      link(target, output.resolve(path));
    } catch (IOException e) {
      throw trouble(output, e);
    } finally {
      turn.release();
    }
    known.add(path);
  }

  /** Nothing is written any more once something has gone wrong elsewhere. */
  private void begin() {
    turn.acquireUninterruptibly();
    if (closed) {
      turn.release();
      throw new IllegalStateException("the site is not being written any more");
    }
  }

  private static void link(Path target, Path file) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.copy(file, target); // there are file systems without second names
    }
  }

  private void put(SiteFile file) {
    Path target = target(file.path());
    note(file.path());
    begin();
    try {
      makeFolder(target.getParent());
      Files.write(target, file.bytes());
    } catch (IOException e) {
      throw trouble(output, e);
    } finally {
      turn.release();
    }
  }

  private Path target(String path) {
    Path target = staging.resolve(path).normalize();
    if (!target.startsWith(staging) || path.startsWith("/") || path.isEmpty()) {
      throw new IllegalArgumentException("a page would leave the site: " + path);
    }
    return target;
  }

  private void note(String path) {
    if (!written.add(path)) {
      throw new IllegalArgumentException("two pages have one address: " + path);
    }
  }

  private void makeFolder(Path folder) throws IOException {
    try {
      folders.computeIfAbsent(folder, SiteWriter::made);
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
   * Checks all links, then puts the site into its place.
   *
   * @return how many files it has
   * @throws Problem if a link leads nowhere or the move fails; the former site is still there then
   */
  public int publish() {
    return publish(Set.of());
  }

  /**
   * The same.
   *
   * @param followed where the files link to that were published before, as {@link #links} told it
   */
  public int publish(Set<String> followed) {
    known.forEach(links::known);
    scans.forEach(links::accept);
    List<String> broken = links.broken(followed);
    if (!broken.isEmpty()) {
      throw Problem.failure(
          "checking the links of the site: "
              + broken.size()
              + " lead nowhere:\n  "
              + String.join("\n  ", broken.subList(0, Math.min(10, broken.size()))),
          "Nothing was published. This is a defect of Annals; please report it.");
    }
    turn.acquireUninterruptibly(ALL);
    try {
      Manifest.of(written).write(staging);
      carryOver();
      swap();
    } catch (IOException e) {
      throw trouble(output, e);
    } finally {
      turn.release(ALL);
    }
    return written.size();
  }

  /**
   * How the files are, once they are in their place.
   *
   * @param contents names what is in some of them
   */
  public Published published(Map<String, String> contents) {
    awaitDeletion(); // which changes how many names the files have that are taken over
    List<String> paths = new ArrayList<>(written);
    paths.add(Manifest.NAME);
    try {
      return Published.of(output, paths, contents);
    } catch (IOException e) {
      return Published.NONE; // somebody is removing them: the next build writes all
    }
  }

  /** Where some of the files link to that were not published before. */
  public SortedSet<String> links(Set<String> paths) {
    return links.followed(paths);
  }

  private LinkCheck.Scan scanAgain(String path) {
    try {
      return LinkCheck.scan(new SiteFile(path, Files.readAllBytes(staging.resolve(path))));
    } catch (IOException e) {
      throw trouble(output, e);
    }
  }

  /** Removes what was not published, and lets others write. */
  @Override
  public void close() {
    turn.acquireUninterruptibly(ALL);
    try {
      closed = true;
      Runtime.getRuntime().removeShutdownHook(atEnd);
      awaitDeletion();
      delete(staging);
    } catch (IOException e) {
      throw trouble(output, e);
    } finally {
      lock.close();
      turn.release(ALL);
    }
  }

  /**
   * The process is told to end (Ctrl-C): what is being written goes. Our turn is never given back,
   * so that whoever was writing waits for the end.
   */
  private void abandon() {
    turn.acquireUninterruptibly(ALL);
    try {
      delete(staging);
    } catch (IOException e) {
      // Nobody is left to tell; the next build removes it.
      return;
    }
  }

  /** Links and folders of others stay what they are: a repository has empty ones, for instance. */
  private void carryOver() throws IOException {
    if (!Files.isDirectory(output)) {
      return;
    }
    try (var files = Files.walk(output)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String path = output.relativize(file).toString().replace('\\', '/');
        Path target = staging.resolve(path);
        if (old.contains(path) || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          if (!old.hasFolder(path)) {
            Files.createDirectories(target);
          }
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /** Two renames; if the process dies between them, the next one finds {@code former} and mends. */
  private void swap() throws IOException {
    if (Files.exists(output)) {
      Files.move(output, former, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(staging, output, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      mendInterruptedMove();
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
  private void awaitDeletion() {
    try {
      deletion.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io ? trouble(output, io.getCause()) : e;
    }
  }

  private void mendInterruptedMove() throws IOException {
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

  private static Problem trouble(Path output, IOException e) {
    return Problem.failure(
        "writing the site to " + output + ": " + reason(e),
        "The former site, if there was one, is untouched. Make room there, allow writing, or name"
            + " another folder (--output DIR).",
        e);
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason() + " (" + f.getFile() + ")"
        : message;
  }
}
