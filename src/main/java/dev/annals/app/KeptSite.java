package dev.annals.app;

import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.site.SiteFile;
import dev.annals.render.PageMaker;
import dev.annals.render.Reads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pages of the site that a project's last build published. A page is taken from there where all
 * that it asked of the team's pages and of the past, while it was made, has the same answers today,
 * and all else is the same. Most of them stand in one bundle, and those that edits have changed
 * since in a small one beside it.
 */
final class KeptSite {

  /** A larger site is made anew each time: to keep it would cost more memory than it is worth. */
  private static final long MOST = 96L << 20;

  private final Optional<Store> store;
  private final Supplier<String> past;
  private final Key frame;
  private final KeptPages first;
  private final KeptPages later;
  private final Map<String, String> today = new ConcurrentHashMap<>();
  private final Map<String, KeptPages.Page> pages = new ConcurrentHashMap<>();
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();
  private final AtomicInteger made = new AtomicInteger();
  private Reads.Answers answers = question -> question;

  private KeptSite(Optional<Store> store, Supplier<String> past, Key frame) {
    this.store = store;
    this.past = past;
    this.frame = frame;
    this.first = read(frame);
    KeptPages changed = first.pages().isEmpty() ? KeptPages.NONE : read(later());
    this.later = changed.base().equals(first.base()) ? changed : KeptPages.NONE;
  }

  /** Pages of which none is known, and none is kept. */
  static KeptSite none() {
    return new KeptSite(Optional.empty(), () -> "", Key.of());
  }

  /**
   * What is kept of a project's site.
   *
   * @param past gives a text that differs where the judged past does
   * @param frame all else that decides about pages but the team's; a list that differs where it
   *     does
   */
  static KeptSite of(BuildRequest request, Supplier<String> past, List<String> frame) {
    String project = request.project().toAbsolutePath().normalize().toString();
    List<String> parts = new ArrayList<>(List.of("site", Edition.current(), project));
    parts.addAll(frame);
    return new KeptSite(
        Optional.of(Caches.work(request.environment())),
        past,
        Key.of(parts.toArray(String[]::new)));
  }

  private KeptPages read(Key key) {
    return store.map(each -> read(each, key)).orElse(KeptPages.NONE);
  }

  private static KeptPages read(Store from, Key key) {
    try {
      return from.get(key)
          .map(bytes -> KeptPages.read(bytes, from))
          .filter(pages -> from.has(pages.place()))
          .orElse(KeptPages.NONE);
    } catch (IllegalArgumentException e) {
      from.drop(key);
      return KeptPages.NONE;
    }
  }

  private Key later() {
    return Key.of("later", frame.hex());
  }

  /** Says what questions are answered with today. */
  void ask(Reads.Answers now) {
    answers = now;
  }

  /** A piece that the team's pages have no part in, made where it is not known. */
  byte[] piece(String name, Supplier<byte[]> maker) {
    Files files =
        files(PageMaker.of(name, () -> new SiteFile(name, maker.get())).withTrace(), file -> false);
    return (files.made().isEmpty() ? files.known() : files.made()).get(0).bytes();
  }

  /**
   * The files of a page.
   *
   * @param made those that were made
   * @param same those that were made and turned out to be the ones that are still there
   * @param known those that were published before and have to be written again
   * @param standing the paths of those that were published before and are still there
   */
  record Files(
      List<SiteFile> made, List<SiteFile> same, List<SiteFile> known, List<String> standing) {

    private static Files of(List<SiteFile> made) {
      return new Files(made, List.of(), List.of(), List.of());
    }
  }

  /**
   * The files of a page: those that are kept, or made anew.
   *
   * @param stands tells whether a file is in its place, so that nobody wants to know what is in it
   */
  Files files(PageMaker maker, Predicate<KeptFile> stands) {
    if (store.isEmpty() || !maker.traced()) {
      made.incrementAndGet();
      return Files.of(maker.files().get());
    }
    KeptPages.Page page = later.pages().get(maker.path());
    page = page == null ? first.pages().get(maker.path()) : page;
    if (page != null && holds(page)) {
      try {
        Files files = taken(page, stands);
        pages.put(maker.path(), page);
        return files;
      } catch (KeptFile.Gone e) {
        store.get().drop(frame); // it is made again, as all that was kept with it
      }
    }
    made.incrementAndGet();
    SortedMap<String, String> reads = new TreeMap<>();
    if (maker.trace() == PageMaker.Trace.PAGES) {
      reads.put(Reads.WHOLE_PAST, "");
    }
    List<SiteFile> files = Reads.during(reads, () -> maker.files().get());
    reads.computeIfPresent(Reads.WHOLE_PAST, (question, answer) -> past.get());
    KeptPages.Page now = KeptPages.Page.of(reads, files);
    pages.put(maker.path(), now);
    files.forEach(file -> fresh.add(file.path()));
    Map<Boolean, List<SiteFile>> there =
        IntStream.range(0, files.size())
            .boxed()
            .collect(
                Collectors.partitioningBy(
                    i -> stands.test(now.files().get(i)),
                    Collectors.mapping(files::get, Collectors.toList())));
    return new Files(there.get(false), there.get(true), List.of(), List.of());
  }

  private static Files taken(KeptPages.Page page, Predicate<KeptFile> stands) {
    List<SiteFile> known = new ArrayList<>();
    List<String> standing = new ArrayList<>();
    for (KeptFile file : page.files()) {
      if (stands.test(file)) {
        standing.add(file.path());
      } else {
        known.add(file.unpacked());
      }
    }
    return new Files(List.of(), List.of(), known, standing);
  }

  private boolean holds(KeptPages.Page page) {
    boolean same = lastPast().equals(past.get());
    return page.reads().stream()
        .filter(read -> !(same && isOfPart(read.question())))
        .allMatch(
            read ->
                read.question().equals(Reads.WHOLE_PAST)
                    ? past.get().equals(read.answer())
                    : today.computeIfAbsent(read.question(), answers::to).equals(read.answer()));
  }

  /** The past that all pages were right for that are kept. */
  private String lastPast() {
    return (later.pages().isEmpty() ? first : later).past();
  }

  private static boolean isOfPart(String question) {
    return question.startsWith(Reads.PAST) && !question.equals(Reads.WHOLE_PAST);
  }

  /** What is in the files of pages that are kept, named, by their paths. */
  Map<String, String> contents() {
    Map<String, String> contents = new HashMap<>();
    pages
        .values()
        .forEach(page -> page.files().forEach(file -> contents.put(file.path(), file.content())));
    return contents;
  }

  /** The files of pages that were made, and that are to be kept. */
  Set<String> fresh() {
    return fresh;
  }

  /** How many pages were made, and not taken from what was kept. */
  int made() {
    return made.get();
  }

  /** True where some pages were taken from what was kept. */
  boolean tookAny() {
    return !first.pages().isEmpty();
  }

  /** Where the pages that are kept link to. */
  SortedSet<String> links() {
    SortedSet<String> links = new TreeSet<>(first.links());
    links.addAll(later.links());
    return links;
  }

  /**
   * Keeps the pages for the next build.
   *
   * @param links where the pages link to that were made
   */
  void keep(SortedSet<String> links) {
    store.ifPresent(each -> keep(each, links));
  }

  private void keep(Store to, SortedSet<String> links) {
    SortedMap<String, KeptPages.Page> others = new TreeMap<>();
    pages.forEach(
        (path, page) -> {
          if (!page.sameAs(first.pages().get(path))) {
            others.put(path, page);
          }
        });
    if (fresh.isEmpty()
        && others.keySet().equals(later.pages().keySet())
        && lastPast().equals(past.get())) {
      return;
    }
    try {
      SortedSet<String> all = new TreeSet<>(links);
      all.addAll(later.links());
      KeptPages changed = new KeptPages(first.base(), past.get(), others, all);
      if (!first.pages().isEmpty() && changed.size() < first.size() / 4) {
        put(to, later(), changed);
        if (!later.pages().isEmpty() && !later.place().equals(changed.place())) {
          to.drop(later.place()); // nobody asks for it any more
        }
      } else {
        all.addAll(first.links());
        if (KeptPages.size(pages.values()) <= MOST) {
          put(to, frame, KeptPages.whole(past.get(), new TreeMap<>(pages), all));
        }
      }
    } catch (KeptFile.Gone e) {
      to.drop(frame); // the next build makes all of them
    }
    to.trim();
  }

  private static void put(Store to, Key key, KeptPages pages) {
    to.putDeflated(pages.place(), pages.contents());
    to.put(key, pages.write());
  }
}
