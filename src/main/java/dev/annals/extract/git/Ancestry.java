package dev.annals.extract.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Which commits a commit descends from. */
final class Ancestry implements AutoCloseable {

  private final RevWalk walk;
  private final List<String> folders;
  private final Map<ObjectId, List<ObjectId>> contents = new HashMap<>();

  /**
   * Of a repository's commits.
   *
   * @param folders of which it is asked when they became what they are; from the repository's root,
   *     "" for all of it
   */
  Ancestry(Repository repository, List<String> folders) {
    this.walk = new RevWalk(repository);
    this.folders = folders;
  }

  /**
   * The first commit, back from another, that has the same files below the folders: who descends
   * from it has been what the other is.
   */
  String settled(String commit) throws IOException {
    RevCommit at = parsed(ObjectId.fromString(commit));
    List<ObjectId> own = contents(at.getTree());
    for (RevCommit parent = same(at, own); parent != null; parent = same(at, own)) {
      at = parent;
    }
    return at.getName();
  }

  private RevCommit same(RevCommit commit, List<ObjectId> own) throws IOException {
    for (RevCommit parent : commit.getParents()) {
      RevCommit parsed = parsed(parent);
      if (contents(parsed.getTree()).equals(own)) {
        return parsed;
      }
    }
    return null;
  }

  private List<ObjectId> contents(RevTree tree) throws IOException {
    List<ObjectId> known = contents.get(tree);
    if (known == null) {
      known = new ArrayList<>();
      for (String folder : folders) {
        known.add(folder.isEmpty() ? tree.copy() : below(tree, folder));
      }
      contents.put(tree.copy(), known);
    }
    return known;
  }

  private ObjectId below(RevTree tree, String folder) throws IOException {
    try (TreeWalk found = TreeWalk.forPath(walk.getObjectReader(), folder, tree)) {
      return found == null ? ObjectId.zeroId() : found.getObjectId(0);
    }
  }

  /** The marked ones that a commit is or descends from, without those behind them. */
  Set<String> nearest(String commit, Set<String> marks) throws IOException {
    Set<String> found = new TreeSet<>();
    Set<AnyObjectId> seen = new HashSet<>();
    Deque<RevCommit> open = new ArrayDeque<>();
    open.add(walk.lookupCommit(ObjectId.fromString(commit)));
    while (!open.isEmpty()) {
      RevCommit at = open.remove();
      if (!seen.add(at)) {
        continue;
      }
      if (marks.contains(at.getName())) {
        found.add(at.getName());
      } else {
        open.addAll(List.of(parsed(at).getParents()));
      }
    }
    return found;
  }

  private RevCommit parsed(AnyObjectId commit) throws IOException {
    RevCommit found = walk.lookupCommit(commit);
    walk.parseHeaders(found);
    return found;
  }

  @Override
  public void close() {
    walk.close();
  }
}
