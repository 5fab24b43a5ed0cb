package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitTag;
import dev.annals.judge.finding.Versions;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import dev.annals.model.history.Cut.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which release each one continues. A release holds another where its commit descends
 * from the other's, or from one that had the same migrations already (a tag often marks a commit of
 * a branch on which nothing but a number was raised); or, of what was tagged before it and is not
 * numbered higher, where it has all its migrations. It continues the nearest that it holds: none
 * that another one of them holds; of several the one with the highest number.
 */
final class ReleaseLines {

  /**
   * A tag that is a release.
   *
   * @param files its migrations
   */
  record Tagged(GitTag tag, List<TagFile> files, Cut cut) {}

  private final List<Tagged> tags;

  /** By the number of each tag its migrations' versions, in their order, and their texts. */
  private final Map<Integer, Map<String, Integer>> files = new HashMap<>();

  private final List<Optional<SemanticVersion>> versions;

  /** By the number of each tag the numbers of those that it holds. */
  private final List<BitSet> held = new ArrayList<>();

  /** The numbers of the tags, none before one that it holds. */
  private final List<Integer> order = new ArrayList<>();

  private final BitSet placed = new BitSet();

  /** By the number of each tag that of the one which it continues; -1 for none. */
  private final int[] before;

  private final int head;

  /**
   * The lines of some releases.
   *
   * @param tags oldest first; no two of them have the same files
   * @param known what git says of them
   * @param today the files that are checked out
   */
  ReleaseLines(List<Tagged> tags, KeptAncestry known, GitHistory git, List<TagFile> today) {
    this.tags = tags;
    this.versions = tags.stream().map(each -> version(each.tag().name())).toList();
    this.before = new int[tags.size()];
    KeptAncestry.Found found = known.of(tags.stream().map(Tagged::tag).toList());
    Map<String, Integer> marks = new HashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      held.add(null);
      marks.put(found.settled().get(i), i);
      marks.put(tags.get(i).tag().commit().id(), i);
    }
    for (int i = 0; i < tags.size(); i++) {
      hold(i, found, marks);
    }
    for (int number : order) {
      before[number] = before(number);
    }
    this.head = head(marks, git, today);
  }

  /**
   * What a tag's commit descends from; the tags before it come first, whatever clocks have said.
   */
  private void hold(int number, KeptAncestry.Found found, Map<String, Integer> marks) {
    if (held.get(number) != null) {
      return;
    }
    BitSet own = new BitSet();
    held.set(number, own); // whoever meets it on the way goes round in circles, and leaves it out
    for (String mark : found.nearest().get(number)) {
      int other = marks.get(mark);
      if (other != number) {
        hold(other, found, marks);
        if (placed.get(other)) {
          own.set(other);
          own.or(held.get(other));
        }
      }
    }
    for (int other : order) {
      boolean earlier = other < number && !own.get(other) && !isHigher(other, number);
      if (earlier && holds(files(number), files(other))) {
        own.set(other);
        own.or(held.get(other));
      }
    }
    order.add(number);
    placed.set(number);
  }

  private boolean isHigher(int number, int than) {
    Optional<SemanticVersion> one = versions.get(number);
    Optional<SemanticVersion> other = versions.get(than);
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0;
  }

  /** A candidate counts as what it is a candidate of. */
  private static Optional<SemanticVersion> version(String name) {
    return Versions.of(name).or(() -> Versions.of(Candidates.release(name)));
  }

  private Map<String, Integer> files(int number) {
    return files.computeIfAbsent(number, each -> versions(tags.get(each).files()));
  }

  private static Map<String, Integer> versions(List<TagFile> files) {
    Map<String, Integer> versions = new LinkedHashMap<>();
    files.stream()
        .filter(file -> !file.version().isEmpty())
        .forEach(file -> versions.put(file.version(), file.checksum()));
    return versions;
  }

  /**
   * True where all versions of some files are among others, and the last one with the same text:
   * two lines may have taken the same version for different things.
   */
  private static boolean holds(Map<String, Integer> files, Map<String, Integer> others) {
    String last = others.keySet().stream().reduce("", (former, latter) -> latter);
    return !last.isEmpty()
        && others.get(last).equals(files.get(last))
        && files.keySet().containsAll(others.keySet());
  }

  private int before(int number) {
    int nearest = nearest(held.get(number));
    if (nearest >= 0) {
      return nearest;
    }
    List<Integer> earlier = order.subList(0, order.indexOf(number));
    return lastThrough(earlier, tags.get(number).cut().through());
  }

  /** Where nothing else is known, the order of today's migrations tells. */
  private int lastThrough(List<Integer> earlier, int through) {
    int found = -1;
    for (int each : earlier) {
      int reached = tags.get(each).cut().through();
      if (reached <= through && (found < 0 || reached >= tags.get(found).cut().through())) {
        found = each;
      }
    }
    return found < 0 && !earlier.isEmpty() ? earlier.get(0) : found;
  }

  /** The nearest of all that something holds; -1 for none. */
  private int nearest(BitSet all) {
    BitSet outer = (BitSet) all.clone();
    for (int i = order.size() - 1; i >= 0; i--) {
      if (outer.get(order.get(i))) {
        outer.andNot(held.get(order.get(i)));
      }
    }
    int found = -1;
    for (int each : order) {
      if (outer.get(each) && (found < 0 || isNearer(each, found))) {
        found = each;
      }
    }
    return found;
  }

  /** Of two that do not hold each other; the one was tagged later. */
  private boolean isNearer(int later, int than) {
    return isHigher(later, than)
        || (!isHigher(than, later)
            && tags.get(later).cut().through() >= tags.get(than).cut().through());
  }

  private int head(Map<String, Integer> marks, GitHistory git, List<TagFile> today) {
    BitSet all = new BitSet();
    for (String mark : git.nearest(List.of(Map.entry(git.head(), marks.keySet()))).get(0)) {
      all.set(marks.get(mark));
      all.or(held.get(marks.get(mark)));
    }
    Map<String, Integer> now = versions(today);
    for (int each : order) {
      if (!all.get(each) && holds(now, files(each))) {
        all.set(each);
        all.or(held.get(each));
      }
    }
    int nearest = nearest(all);
    return nearest >= 0 ? nearest : lastThrough(order, Integer.MAX_VALUE);
  }

  /**
   * The cuts: those of the main history in their order, and behind each those that were made beside
   * it.
   */
  List<Cut> cuts() {
    List<List<Integer>> followers = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      followers.add(new ArrayList<>());
    }
    int first = -1;
    for (int number : order) {
      if (before[number] < 0) {
        first = number;
      } else {
        followers.get(before[number]).add(number);
      }
    }
    List<Cut> cuts = new ArrayList<>();
    if (first >= 0) {
      add(first, followers, main(), cuts);
    }
    return cuts;
  }

  private Set<Integer> main() {
    Set<Integer> main = new HashSet<>();
    for (int each = head; each >= 0; each = before[each]) {
      main.add(each);
    }
    return main;
  }

  private void add(int number, List<List<Integer>> followers, Set<Integer> main, List<Cut> cuts) {
    String after = before[number] < 0 ? "" : tags.get(before[number]).cut().name();
    boolean next = cuts.isEmpty() || cuts.get(cuts.size() - 1).name().equals(after);
    Line line = new Line(next ? "" : after, !main.contains(number));
    cuts.add(tags.get(number).cut().at(line));
    for (int each : followers.get(number)) {
      if (!main.contains(each)) {
        add(each, followers, main, cuts);
      }
    }
    for (int each : followers.get(number)) {
      if (main.contains(each)) {
        add(each, followers, main, cuts);
      }
    }
  }

  /**
   * The cuts that lead to the last of the tags, oldest first, each of which follows the one before.
   */
  List<Cut> cutsToLast() {
    Set<Integer> main = main();
    List<Cut> cuts = new ArrayList<>();
    for (int each = tags.size() - 1; each >= 0; each = before[each]) {
      cuts.add(0, tags.get(each).cut().at(new Line("", !main.contains(each))));
    }
    return cuts;
  }
}
