package dev.annals.app;

import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitTag;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What git says about the descent of tags, kept from one run to the next: commits are named by what
 * they hold, their ancestors included, so it stays true for as long as there are the same tags.
 */
final class KeptAncestry {

  private final Optional<Store> store;
  private final GitHistory git;
  private final List<String> folders;

  /**
   * What is asked of git, or of a store.
   *
   * @param folders of the migrations
   */
  KeptAncestry(Optional<Store> store, GitHistory git, List<String> folders) {
    this.store = store;
    this.git = git;
    this.folders = folders;
  }

  /**
   * What is known of some tags.
   *
   * @param settled for each the first commit, back from its own, with the same migrations
   * @param nearest for each the commits that are one's of these tags, or the settled one's of
   *     another, and that it descends from, without those behind them
   */
  record Found(List<String> settled, List<List<String>> nearest) {}

  Found of(List<GitTag> tags) {
    List<String> parts = new ArrayList<>(List.of("ancestry", Edition.current()));
    parts.addAll(folders);
    parts.add("");
    parts.addAll(git.borders());
    parts.add("");
    tags.forEach(tag -> parts.add(tag.commit().id()));
    Key key = Key.of(parts.toArray(String[]::new));
    Optional<Found> known = store.flatMap(each -> Packed.read(each, key, Found.class));
    if (known.isPresent()) {
      return known.get();
    }
    Found found = found(tags);
    store.ifPresent(each -> each.put(key, Packed.write(found)));
    return found;
  }

  private Found found(List<GitTag> tags) {
    List<String> settled = git.settled(tags, folders);
    Set<String> all = new HashSet<>(settled);
    tags.forEach(tag -> all.add(tag.commit().id()));
    List<Map.Entry<String, Set<String>>> commits = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      String own = tags.get(i).commit().id();
      Set<String> marks = new HashSet<>(all);
      marks.remove(own);
      marks.remove(settled.get(i));
      commits.add(Map.entry(own, marks));
    }
    List<List<String>> nearest = git.nearest(commits).stream().map(List::copyOf).toList();
    return new Found(settled, nearest);
  }
}
