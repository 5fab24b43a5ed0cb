package dev.annals.extract.git;

import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The commits of the repository around a project, and the project's files in each: only read. */
public final class GitTree implements AutoCloseable {

  /** Where a main branch is looked for, the remote's before our own. */
  private static final List<String> MAIN =
      List.of("origin/main", "origin/master", "main", "master", "origin/trunk", "trunk");

  private final Repository repository;
  private final String prefix;

  private GitTree(Repository repository, String prefix) {
    this.repository = repository;
    this.prefix = prefix;
  }

  /**
   * The repository around a folder.
   *
   * @throws Problem if there is none, or one without a commit
   */
  public static GitTree around(Path project) {
    Path folder = project.toAbsolutePath().normalize();
    try {
      FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
      if (builder.getGitDir() == null) {
        throw Problem.usage(
            "comparing " + folder + ": it is not in a git repository",
            "Compare two folders (annals diff OLD NEW) or two chronicles (annals diff a.json"
                + " b.json) instead.");
      }
      Repository repository = builder.build();
      if (repository.isBare() || repository.resolve(Constants.HEAD) == null) {
        boolean bare = repository.isBare();
        repository.close();
        throw Problem.usage(
            "comparing "
                + folder
                + ": its git repository "
                + (bare ? "is bare" : "has no commits, so there is nothing to compare with"),
            bare ? "Clone it, and run Annals in the clone." : "Commit what is there first.");
      }
      Path root = repository.getWorkTree().toPath().toRealPath();
      String prefix = root.relativize(folder.toRealPath()).toString().replace('\\', '/');
      return new GitTree(repository, prefix.isEmpty() ? "" : prefix + "/");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The commit that is checked out. */
  public GitPoint head() {
    return resolve(Constants.HEAD);
  }

  /** The name of the branch that is checked out; empty where it is none. */
  public String branch() {
    try {
      String branch = repository.getFullBranch();
      return branch != null && branch.startsWith(Constants.R_HEADS)
          ? Repository.shortenRefName(branch)
          : "";
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The commit of a branch, a tag or a hash; of a branch that is only at the remote, that one's.
   *
   * @throws Problem if there is none
   */
  public GitPoint resolve(String name) {
    return find(name).or(() -> find("origin/" + name)).orElseThrow(() -> unknown(name));
  }

  /** The same; nothing where there is none. */
  public Optional<GitPoint> find(String name) {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(name + "^{commit}");
      return id == null
          ? Optional.empty()
          : Optional.of(new GitPoint(name, GitHistory.commit(walk.parseCommit(id))));
    } catch (AmbiguousObjectException e) {
      throw Problem.usage(
          "reading the range: \"" + name + "\" is the beginning of several hashes",
          "Write more of it.");
    } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The main branch: what the remote's HEAD points to, else the first of the usual names.
   *
   * @throws Problem if there is none
   */
  public GitPoint main() {
    try {
      Ref remote = repository.exactRef("refs/remotes/origin/HEAD");
      if (remote != null && remote.isSymbolic() && remote.getObjectId() != null) {
        return resolve(Repository.shortenRefName(remote.getTarget().getName()));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return MAIN.stream()
        .flatMap(name -> find(name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                Problem.usage(
                    "looking for the main branch: there is none of "
                        + String.join(", ", MAIN)
                        + shallowNote(),
                    "Name it: annals diff --base BRANCH. In CI, fetch it first (git fetch origin"
                        + " BRANCH; actions/checkout with fetch-depth: 0)."));
  }

  /**
   * The commit from which two branches went apart.
   *
   * @throws Problem if there is none in this clone
   */
  public GitPoint mergeBase(GitPoint one, GitPoint other) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(one.commit().id())));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other.commit().id())));
      RevCommit base = walk.next();
      if (base == null) {
        throw Problem.usage(
            "looking for where %s and %s went apart: they have no commit in common"
                    .formatted(one.name(), other.name())
                + shallowNote(),
            isShallow()
                ? "Fetch the history: git fetch --unshallow (actions/checkout: fetch-depth: 0;"
                    + " GitLab: GIT_DEPTH: 0)."
                : "Compare them as they are: annals diff %s..%s."
                    .formatted(one.name(), other.name()));
      }
      walk.parseBody(base);
      return new GitPoint(one.name(), GitHistory.commit(base));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** True where the first commit is an ancestor of the second, or the same. */
  public boolean isBefore(GitPoint first, GitPoint second) {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(
          walk.parseCommit(ObjectId.fromString(first.commit().id())),
          walk.parseCommit(ObjectId.fromString(second.commit().id())));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** True where older commits are missing from this clone. */
  public boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String shallowNote() {
    return isShallow() ? " (the clone is shallow)" : "";
  }

  /** The paths of the project's files in a commit, from the project's folder, without links. */
  public List<String> paths(GitPoint point) {
    List<String> paths = new ArrayList<>();
    walk(point, (path, tree) -> paths.add(path));
    return paths;
  }

  /** Those of the project's files in a commit that are wanted, with their bytes. */
  public SortedMap<String, byte[]> files(GitPoint point, Predicate<String> wanted) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    walk(
        point,
        (path, tree) -> {
          if (wanted.test(path)) {
            files.put(path, repository.open(tree.getObjectId(0)).getBytes());
          }
        });
    return files;
  }

  /** Takes one file of a walk. */
  private interface Taker {
    void take(String path, TreeWalk tree) throws IOException;
  }

  private void walk(GitPoint point, Taker taker) {
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(ObjectId.fromString(point.commit().id())).getTree());
      tree.setRecursive(true);
      if (!prefix.isEmpty()) {
        tree.setFilter(PathFilter.create(prefix.replaceAll("/+$", "")));
      }
      while (tree.next()) {
        FileMode mode = tree.getFileMode(0);
        boolean plain = mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
        if (plain && tree.getPathString().startsWith(prefix)) {
          taker.take(tree.getPathString().substring(prefix.length()), tree);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Problem unknown(String name) {
    List<String> known = new ArrayList<>();
    try {
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        String shortened = Repository.shortenRefName(ref.getName());
        known.add(shortened);
        known.add(shortened.replaceFirst("^origin/", ""));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    String near = Nearest.suggestion(name, known);
    return Problem.usage(
        "reading the range: git knows no branch, tag or commit \"" + name + "\"" + shallowNote(),
        near.isEmpty()
            ? "If it is at the remote, fetch it first: git fetch origin " + name + "."
            : near);
  }

  private static Problem unreadable(IOException e) {
    return Problem.failure(
        "reading the git repository: " + e.getMessage(),
        "Is it damaged, or a partial or shallow clone? Try: git fsck",
        e);
  }

  @Override
  public void close() {
    repository.close();
  }
}
