package dev.annals.publish;

import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
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

  private final SitePlace place;
  private final OutputLock lock;
  private final Manifest old;

  /**
   * Held while files are touched; kept for good by the end of the process, should it come first.
   */
  private final Semaphore turn = new Semaphore(ALL);

  private final Thread atEnd = new Thread(this::abandon, "annals-unpublished");
  private final SortedSet<String> written = new ConcurrentSkipListSet<>();
  private final Queue<LinkCheck.Scan> scans = new ConcurrentLinkedQueue<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final LinkCheck links = new LinkCheck(this::scanAgain);

  private boolean closed;

  private SiteWriter(Path output, OutputLock lock) throws IOException {
    this.lock = lock;
    this.place = new SitePlace(output);
    place.mend();
    this.old = Manifest.read(output);
    place.begin();
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
    Path output = SitePlace.real(folder.toAbsolutePath().normalize());
    OutputLock lock = OutputLock.take(output, locks);
    try {
      Files.createDirectories(output.getParent());
      return new SiteWriter(output, lock);
    } catch (IOException e) {
      lock.close();
      throw SitePlace.trouble(output, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
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
    scans.add(links.scan(file));
  }

  /** Adds a file that is there already, as {@link #has} has told. */
  public void acceptSame(SiteFile file) {
    linkTo(file.path());
    scans.add(links.scan(file));
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
    return published.has(place.output(), path, content);
  }

  /** True where the whole former site is as it was published. */
  public boolean stands(Published published) {
    return published.stands(place.output());
  }

  /** Adds a file of the former site as it is there: the same file by a second name, or a copy. */
  public void takeOver(String path) {
    linkTo(path);
    known.add(path);
  }

  private void linkTo(String path) {
    Path target = place.target(path);
    note(path);
    begin();
    try {
      place.link(target, path);
    } catch (IOException e) {
      throw place.trouble(e);
    } finally {
      turn.release();
    }
    taken.add(path);
  }

  /** Nothing is written any more once something has gone wrong elsewhere. */
  private void begin() {
    turn.acquireUninterruptibly();
    if (closed) {
      turn.release();
      throw new IllegalStateException("the site is not being written any more");
    }
  }

  private void put(SiteFile file) {
    Path target = place.target(file.path());
    note(file.path());
    begin();
    try {
      place.write(target, file.bytes());
    } catch (IOException e) {
      throw place.trouble(e);
    } finally {
      turn.release();
    }
  }

  private void note(String path) {
    if (!written.add(path)) {
      throw new IllegalArgumentException("two pages have one address: " + path);
    }
  }

  /**
   * Checks all links, then puts the site into its place.
   *
   * @return how many files it has
   * @throws Problem if a link leads nowhere or the move fails; the former site is still there then
   */
  public int publish() {
    check(Set.of());
    return move();
  }

  /**
   * Checks all links, once all files are there.
   *
   * @param followed where the files link to that were published before, as {@link #links} told it
   * @throws Problem if one leads nowhere
   */
  public void check(Set<String> followed) {
    known.forEach(links::known);
    scans.forEach(links::accept);
    List<String> broken = links.broken(followed);
    if (!broken.isEmpty()) {
      throw Problem.failure(
          "checking the links of the site: "
              + broken.size()
              + " lead nowhere:\n  "
              + String.join("\n  ", broken.subList(0, Math.min(10, broken.size()))),
          "Nothing was published. A link that a template of your theme writes is mended there; any"
              + " other is a defect of Annals: please report it.");
    }
  }

  /**
   * Puts the site, whose links were checked, into its place.
   *
   * @return how many files it has
   * @throws Problem if the move fails; the former site is still there then
   */
  public int move() {
    turn.acquireUninterruptibly(ALL);
    try {
      Manifest.of(written).write(place.staging());
      place.carryOver(old, taken);
      place.swap();
    } catch (IOException e) {
      throw place.trouble(e);
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
    place.awaitDeletion(); // which changes how many names the files have that are taken over
    List<String> paths = new ArrayList<>(written);
    paths.add(Manifest.NAME);
    try {
      return Published.of(place.output(), paths, contents);
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
      return links.scan(new SiteFile(path, Files.readAllBytes(place.staging().resolve(path))));
    } catch (IOException e) {
      throw place.trouble(e);
    }
  }

  /** Removes what was not published, and lets others write. */
  @Override
  public void close() {
    turn.acquireUninterruptibly(ALL);
    try {
      closed = true;
      Runtime.getRuntime().removeShutdownHook(atEnd);
      place.awaitDeletion();
      place.discard();
    } catch (IOException e) {
      throw place.trouble(e);
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
      place.awaitDeletion();
      place.discard();
    } catch (IOException | Problem e) {
      // Nobody is left to tell; the next build removes it.
      return;
    }
  }
}
