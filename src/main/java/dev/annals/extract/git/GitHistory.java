package dev.annals.extract.git;

import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/**
 * The git repository that a project lies in, if it lies in one. It is only read; the work tree is
 * not looked at.
 */
public final class GitHistory implements AutoCloseable {

  private final Repository repository;
  private final String prefix;
  private final List<String> note;

  private GitHistory(Repository repository, String prefix, List<String> note) {
    this.repository = repository;
    this.prefix = prefix;
    this.note = note;
  }

  /** The repository around a folder; one that knows nothing where there is none. */
  public static GitHistory around(Path project) {
    Path folder = project.toAbsolutePath().normalize();
    try {
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder().setMustExist(true).findGitDir(folder.toFile());
      if (builder.getGitDir() == null) {
        return nowhere("the project is not in a git repository: authors and dates are not known");
      }
      Repository repository = builder.build();
      if (repository.isBare() || repository.resolve(Constants.HEAD) == null) {
        repository.close();
        return nowhere("the git repository has no commits: authors and dates are not known");
      }
      Path root = repository.getWorkTree().toPath().toRealPath();
      String prefix = root.relativize(folder.toRealPath()).toString().replace('\\', '/');
      return new GitHistory(repository, prefix.isEmpty() ? "" : prefix + "/", List.of());
    } catch (RepositoryNotFoundException e) {
      return nowhere("the project is not in a git repository: authors and dates are not known");
    } catch (IOException e) {
      throw Problem.failure(
          "opening the git repository around " + folder + ": " + e.getMessage(),
          "Is it damaged? Try: git status",
          e);
    }
  }

  private static GitHistory nowhere(String note) {
    return new GitHistory(null, "", List.of(note));
  }

  /**
   * Where a file of the project is edited on the code host that it was cloned from, with {@code
   * {path}} for the file; empty where the host is none that is known. Never with a user or a token.
   */
  public String editAddress() {
    if (repository == null) {
      return "";
    }
    String url = repository.getConfig().getString("remote", "origin", "url");
    return EditAddress.of(url == null ? "" : url, branch(), prefix);
  }

  private String branch() {
    try {
      Ref head = repository.exactRef(Constants.R_REMOTES + "origin/HEAD");
      if (head != null && head.isSymbolic()) {
        return head.getTarget().getName().replaceFirst("^refs/remotes/origin/", "");
      }
      String current = repository.getFullBranch();
      return current != null && current.startsWith(Constants.R_HEADS)
          ? Repository.shortenRefName(current)
          : Constants.MASTER;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What is missing. */
  public List<String> notes() {
    return shallow()
        ? List.of(
            "the clone is shallow: who brought a file is only known where its commit is there"
                + " (git fetch --unshallow)")
        : note;
  }

  /**
   * Which commits brought and changed some files; of a file that is not committed, none.
   *
   * @param paths from the project's folder
   */
  public Map<String, Trace> trace(Collection<String> paths) {
    return trace(paths, "");
  }

  /**
   * The same.
   *
   * @param since the hash of a commit that has none of them, so that none before it is looked at;
   *     empty where there is none
   */
  public Map<String, Trace> trace(Collection<String> paths, String since) {
    if (repository == null || paths.isEmpty()) {
      return Map.of();
    }
    try {
      return new Tracer(repository, prefix).trace(paths, since);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** True where the repository holds only a part of the history, and perhaps of the tags. */
  public boolean shallow() {
    try {
      return repository != null && !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The tags whose names fit a pattern, oldest commit first, then in the order of versions. */
  public List<GitTag> tags(String pattern) {
    if (repository == null) {
      return List.of();
    }
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<Dated> found = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
        String name = Repository.shortenRefName(ref.getName());
        RevObject target = walk.peel(walk.parseAny(ref.getObjectId()));
        if (matcher.matches(Path.of(name)) && target instanceof RevCommit commit) {
          walk.parseBody(commit);
          found.add(new Dated(commit.getCommitTime(), new GitTag(name, commit(commit))));
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return found.stream()
        .sorted(
            Comparator.comparingInt(Dated::time)
                .thenComparing(dated -> dated.tag().name(), GitHistory::byVersion))
        .map(Dated::tag)
        .toList();
  }

  private record Dated(int time, GitTag tag) {}

  /** Numbers within names compare as numbers: v1.9 before v1.10. */
  private static int byVersion(String a, String b) {
    return padded(a).compareTo(padded(b));
  }

  private static String padded(String name) {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")) {
      text.append(part.matches("\\d{1,18}") ? "%018d".formatted(Long.parseLong(part)) : part);
    }
    return text.toString();
  }

  /**
   * The files below some folders as a tag has them.
   *
   * @param folders from the project's folder
   * @return paths from the project's folder
   */
  public SortedMap<String, byte[]> files(GitTag tag, List<String> folders) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(ObjectId.fromString(tag.commit().id())).getTree());
      tree.setRecursive(true);
      List<String> roots =
          folders.stream().map(this::within).filter(root -> !root.isEmpty()).toList();
      if (roots.size() == folders.size()) {
        tree.setFilter(PathFilterGroup.createFromStrings(roots));
      }
      while (tree.next()) {
        boolean plain =
            tree.getFileMode(0) == FileMode.REGULAR_FILE
                || tree.getFileMode(0) == FileMode.EXECUTABLE_FILE;
        if (plain && tree.getPathString().startsWith(prefix)) {
          files.put(
              tree.getPathString().substring(prefix.length()),
              repository.open(tree.getObjectId(0)).getBytes());
        }
      }
      return files;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * For each tag the first commit, back from its own, that has the same files below some folders.
   *
   * @param folders from the project's folder
   */
  public List<String> settled(List<GitTag> tags, List<String> folders) {
    try (Ancestry ancestry =
        new Ancestry(repository, folders.stream().map(this::within).toList())) {
      List<String> settled = new ArrayList<>();
      for (GitTag tag : tags) {
        settled.add(ancestry.settled(tag.commit().id()));
      }
      return settled;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * For each commit the marked ones that it is or descends from, without those behind them.
   *
   * @param commits each with its marks
   */
  public List<Set<String>> nearest(List<Map.Entry<String, Set<String>>> commits) {
    try (Ancestry ancestry = new Ancestry(repository, List.of())) {
      List<Set<String>> nearest = new ArrayList<>();
      for (Map.Entry<String, Set<String>> commit : commits) {
        nearest.add(ancestry.nearest(commit.getKey(), commit.getValue()));
      }
      return nearest;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The commit that is checked out. */
  public String head() {
    try {
      return repository.resolve(Constants.HEAD).getName();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The commits whose parents a shallow clone does not have, sorted. */
  public List<String> borders() {
    try {
      return repository.getObjectDatabase().getShallowCommits().stream()
          .map(ObjectId::getName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A folder of the project as the repository calls it. */
  private String within(String folder) {
    String path = prefix + (folder.equals(".") ? "" : folder);
    return path.replaceAll("/+$", "");
  }

  static Commit commit(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    ZoneId zone = author.getZoneId();
    String date =
        DateTimeFormatter.ISO_LOCAL_DATE
            .withLocale(Locale.ROOT)
            .format(author.getWhenAsInstant().atZone(zone));
    return new Commit(commit.getName(), author.getName(), date, firstLine(commit));
  }

  /** The line that code hosts show: some people leave no empty one after it. */
  private static String firstLine(RevCommit commit) {
    return commit.getFullMessage().strip().lines().findFirst().orElse("").strip();
  }

  private static Problem unreadable(IOException e) {
    return Problem.failure(
        "reading the git history: " + e.getMessage(),
        "Is the repository damaged, or a partial clone? Try: git fsck",
        e);
  }

  @Override
  public void close() {
    if (repository != null) {
      repository.close();
    }
  }
}
