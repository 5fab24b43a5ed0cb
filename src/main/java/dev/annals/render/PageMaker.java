package dev.annals.render;

import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One page of a site that can be made when it is wanted, with the files that it needs.
 *
 * @param path where the page goes
 * @param beside how the paths of its further files begin; empty where it has none
 * @param files makes the page, first, and its further files; the same bytes every time
 * @param trace what of that which it asks goes through {@link Reads}
 */
public record PageMaker(String path, String beside, Supplier<List<SiteFile>> files, Trace trace) {

  private static final int BATCH = 64;

  /** What is known of that which a page asks. */
  public enum Trace {
    /** Nothing: it may ask anything. */
    NONE,
    /** What it asks of the team's pages; of the past it may ask anything. */
    PAGES,
    /** All of it. */
    ALL
  }

  /** A page of which it is not known what it reads. */
  public PageMaker(String path, String beside, Supplier<List<SiteFile>> files) {
    this(path, beside, files, Trace.NONE);
  }

  /** The same, where all that it asks of the team's pages goes through {@link Reads}. */
  public PageMaker withTrace() {
    return new PageMaker(path, beside, files, Trace.PAGES);
  }

  /** The same, where all that it asks of the past goes through {@link Reads}, too. */
  public PageMaker withWholeTrace() {
    return new PageMaker(path, beside, files, Trace.ALL);
  }

  /** Whether it is known what it asks of the team's pages. */
  public boolean traced() {
    return trace != Trace.NONE;
  }

  /** A page without further files. */
  public static PageMaker of(String path, Supplier<SiteFile> page) {
    return new PageMaker(path, "", () -> List.of(page.get()));
  }

  /** A file that is there already. */
  public static PageMaker of(SiteFile file) {
    return of(file.path(), () -> file);
  }

  /** Makes everything; several at a time, handed on in one order. */
  public static void makeAll(List<PageMaker> makers, Consumer<SiteFile> out) {
    for (int start = 0; start < makers.size(); start += BATCH) {
      makers.subList(start, Math.min(makers.size(), start + BATCH)).parallelStream()
          .map(maker -> maker.files().get())
          .toList()
          .forEach(files -> files.forEach(out));
    }
  }

  /** Does something with each; several at a time, in no order. */
  public static void forAll(List<PageMaker> makers, Consumer<PageMaker> work) {
    makers.parallelStream().forEach(work);
  }

  /** The same, made once and kept. */
  public PageMaker once() {
    return new PageMaker(path, beside, new Once<>(files), trace);
  }

  /** Begins to make it in the background; whoever asks for the files meets what goes wrong. */
  public void begin() {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              List<SiteFile> unused = files.get();
            });
  }

  /** Whether a file of that path may be among those that it makes. */
  public boolean mayMake(String wanted) {
    return wanted.equals(path)
        || (!beside.isEmpty()
            && wanted.startsWith(beside)
            && wanted.length() > beside.length()
            && ".~-".indexOf(wanted.charAt(beside.length())) >= 0);
  }
}
