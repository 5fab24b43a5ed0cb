package dev.annals.extract.git;

import dev.annals.model.history.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/**
 * Finds the commits that brought and changed files, in one walk over the history; where a file was
 * renamed, a further walk follows its former name.
 */
final class Tracer {

  private static final int RENAMES_FOLLOWED = 5;
  private static final long COMPARED = 2_000_000;

  private final Repository repository;
  private final String prefix;
  private final Map<String, List<RevCommit>> commits = new HashMap<>();
  private final Map<String, String> former = new HashMap<>();

  /** The commits before those that gave files other names: there the former names are found. */
  private final Map<String, ObjectId> lastOf = new HashMap<>();

  private final Set<ObjectId> edge;

  Tracer(Repository repository, String prefix) throws IOException {
    this.repository = repository;
    this.prefix = prefix;
    this.edge = new HashSet<>(repository.getObjectDatabase().getShallowCommits());
  }

  /**
   * Traces files.
   *
   * @param since a commit that has none of them; empty for none
   */
  Map<String, Trace> trace(Collection<String> paths, String since) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    Set<String> wanted = committed(paths, head);
    Set<ObjectId> starts = Set.of(head);
    for (int i = 0; i < RENAMES_FOLLOWED && !wanted.isEmpty(); i++) {
      walk(wanted, starts, i == 0 ? since : ""); // former names may be older
      Set<String> next = new HashSet<>();
      for (String path : wanted) {
        if (former.containsKey(path) && !commits.containsKey(former.get(path))) {
          next.add(former.get(path));
        }
      }
      wanted.clear();
      wanted.addAll(next);
      starts = wanted.stream().map(lastOf::get).collect(Collectors.toSet());
    }
    Map<String, Trace> traces = new TreeMap<>();
    paths.forEach(path -> traces.put(path, traceOf(prefix + path)));
    return traces;
  }

  /** The files that a commit has, as the repository calls them: no walk would find the others. */
  private Set<String> committed(Collection<String> paths, ObjectId head) throws IOException {
    Set<String> found = new HashSet<>();
    Set<String> asked = paths.stream().map(path -> prefix + path).collect(Collectors.toSet());
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(head).getTree());
      tree.setRecursive(true);
      tree.setFilter(PathFilterGroup.createFromStrings(asked));
      while (tree.next()) {
        found.add(tree.getPathString());
      }
    }
    return found;
  }

  private Trace traceOf(String path) {
    List<RevCommit> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name = path; name != null && seen.add(name); name = former.get(name)) {
      all.addAll(commits.getOrDefault(name, List.of()));
    }
    if (all.isEmpty()) {
      return Trace.NONE;
    }
    Collections.reverse(all);
    boolean known = !edge.contains(all.get(0).getId());
    List<Commit> edits = all.subList(1, all.size()).stream().map(GitHistory::commit).toList();
    return new Trace(known ? GitHistory.commit(all.get(0)) : Commit.UNKNOWN, edits);
  }

  private void walk(Set<String> paths, Set<ObjectId> starts, String since) throws IOException {
    // The walk that is filtered gives commits the parents of the filtered history.
    try (RevWalk walk = new RevWalk(repository);
        RevWalk plain = new RevWalk(repository)) {
      walk.setTreeFilter(
          AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
      for (ObjectId start : starts) {
        walk.markStart(walk.parseCommit(start));
      }
      if (!since.isEmpty()) {
        walk.markUninteresting(walk.parseCommit(ObjectId.fromString(since)));
      }
      for (RevCommit commit : walk) {
        look(plain, plain.parseCommit(commit.toObjectId()), paths);
      }
    }
  }

  private void look(RevWalk walk, RevCommit real, Set<String> paths) throws IOException {
    Set<String> added = new HashSet<>();
    try (TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(real.getTree());
      if (real.getParentCount() > 0) {
        tree.addTree(walk.parseCommit(real.getParent(0)).getTree());
      } else {
        tree.addTree(new EmptyTreeIterator());
      }
      tree.setRecursive(true);
      tree.setFilter(
          AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
      while (tree.next()) {
        ObjectId now = tree.getObjectId(0);
        ObjectId then = tree.getObjectId(1);
        if (!now.equals(ObjectId.zeroId()) && !now.equals(then) && !sameLines(now, then)) {
          commits.computeIfAbsent(tree.getPathString(), path -> new ArrayList<>()).add(real);
          if (then.equals(ObjectId.zeroId())) {
            added.add(tree.getPathString());
          }
        }
      }
      if (!added.isEmpty() && real.getParentCount() > 0) {
        followRenames(walk, real, added);
      }
    }
  }

  /**
   * Line ends, a byte order mark and the last line's end are no change: Flyway counts none of them.
   */
  private boolean sameLines(ObjectId now, ObjectId then) throws IOException {
    if (then.equals(ObjectId.zeroId())) {
      return false;
    }
    return lines(now).equals(lines(then));
  }

  private List<String> lines(ObjectId blob) throws IOException {
    ObjectLoader loader = repository.open(blob);
    if (loader.getSize() > COMPARED) {
      return List.of(blob.name());
    }
    String text = new String(loader.getCachedBytes((int) COMPARED), StandardCharsets.ISO_8859_1);
    return text.replaceFirst("^ï»¿", "").lines().toList();
  }

  /** A file that a commit adds may have had another name before. */
  private void followRenames(RevWalk walk, RevCommit commit, Set<String> added) throws IOException {
    try (DiffFormatter differ = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
      differ.setRepository(repository);
      differ.setDetectRenames(true);
      differ.getRenameDetector().setRenameLimit(200);
      for (DiffEntry entry :
          differ.scan(walk.parseCommit(commit.getParent(0)).getTree(), commit.getTree())) {
        if (entry.getChangeType() == DiffEntry.ChangeType.RENAME
            && added.contains(entry.getNewPath())) {
          former.put(entry.getNewPath(), entry.getOldPath());
          lastOf.put(entry.getOldPath(), commit.getParent(0).toObjectId());
          if (entry.getOldId().equals(entry.getNewId())) {
            commits.get(entry.getNewPath()).remove(commit);
          }
        }
      }
    }
  }
}
