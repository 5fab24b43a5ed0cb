package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.app.Provenance;
import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitPoint;
import dev.annals.extract.git.GitTree;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.SettingsReader;
import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Previews a change: reads two states of a project, replays them, and judges the difference. */
public final class MakePreview {

  private final DiffRequest request;
  private final Progress progress;

  /** A preview that tells {@code progress} how far it is. */
  public MakePreview(DiffRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Makes it.
   *
   * @throws Problem if a state cannot be read or replayed
   */
  public Preview make() {
    if (request.what() instanceof DiffRequest.What.Snapshots snapshots) {
      return SnapshotsDiff.preview(snapshots.base(), snapshots.head());
    }
    if (request.what() instanceof DiffRequest.What.Folders folders) {
      try (GitHistory git = GitHistory.around(folders.head())) {
        return compared(
            Sides.of(git, folder(folders.base()), folder(folders.head()), Theirs.NONE, List.of()));
      }
    }
    if (request.what() instanceof DiffRequest.What.Live live && live.head().isEmpty()) {
      try (GitHistory git = GitHistory.around(request.project())) {
        State here = workTree();
        return new LiveDiff(request, live, progress).preview(here, here, git);
      }
    }
    Path scratch = scratchFolder();
    try (GitTree tree = GitTree.around(request.project());
        GitHistory git = GitHistory.around(request.project())) {
      return request.what() instanceof DiffRequest.What.Live live
          ? ofLive(live, tree, git, scratch)
          : ofGit(tree, git, scratch);
    } finally {
      delete(scratch);
    }
  }

  private Preview ofLive(DiffRequest.What.Live live, GitTree tree, GitHistory git, Path scratch) {
    State head = new GitStates(request, tree, scratch).base(tree.resolve(live.head()));
    return new LiveDiff(request, live, progress).preview(head, workTree(), git);
  }

  private State workTree() {
    State here = folder(request.project(), request.config());
    return new State(
        new Point("working tree", Commit.UNKNOWN),
        here.folder(),
        here.config(),
        here.settings(),
        here.files(),
        here.code());
  }

  private State folder(Path folder) {
    return folder(folder, folder.resolve("annals.yml"));
  }

  private State folder(Path folder, Path file) {
    Config config =
        request.configured(folder, new ConfigReader(request.environment()).read(folder, file));
    FlywaySettings settings =
        SettingsReader.read(
            folder, config.databases().get(0).locations(), config.databases().get(0).settings());
    return new State(
        new Point(folder.toString().replace('\\', '/'), Commit.UNKNOWN),
        folder,
        config,
        settings,
        FileSet.ofFolders(folder, settings.folders()),
        request.code());
  }

  private Preview ofGit(GitTree tree, GitHistory git, Path scratch) {
    List<String> notes = new ArrayList<>();
    GitStates states = new GitStates(request, tree, scratch);
    GitPoint from;
    Optional<GitPoint> to = Optional.empty();
    Optional<GitPoint> target = Optional.empty();
    if (request.what() instanceof DiffRequest.What.Commits commits) {
      from = tree.resolve(commits.base());
      if (!commits.head().isEmpty()) {
        to = Optional.of(tree.resolve(commits.head()));
      }
      if (commits.apart()) {
        target = Optional.of(from);
        from = tree.mergeBase(from, to.orElseGet(tree::head));
      } else {
        forwards(tree, from, to.orElseGet(tree::head), commits);
      }
    } else {
      String named = ((DiffRequest.What.Branch) request.what()).base();
      GitPoint branch =
          named.isEmpty()
              ? BaseBranch.of(request.environment())
                  .map(name -> tree.find("origin/" + name).orElseGet(() -> tree.resolve(name)))
                  .orElseGet(tree::main)
              : tree.resolve(named);
      target = Optional.of(branch);
      from = tree.mergeBase(branch, tree.head());
    }
    State base = states.base(from);
    State head = states.head(to, base, notes);
    Theirs theirs = Theirs.NONE;
    if (target.isPresent() && !target.get().commit().id().equals(from.commit().id())) {
      Path other = scratch.resolve("target");
      theirs = since(new GitStates(request, tree, other).base(target.get()), git, notes);
    }
    return compared(Sides.of(git, base, head, theirs, notes));
  }

  private Preview compared(Sides sides) {
    return new StatesDiff(request, progress, sides).preview();
  }

  private static void forwards(
      GitTree tree, GitPoint from, GitPoint to, DiffRequest.What.Commits commits) {
    boolean backwards = !tree.isBefore(from, to) && tree.isBefore(to, from);
    if (backwards && !commits.head().isEmpty()) {
      throw Problem.usage(
          "reading the range %s..%s: it runs backwards".formatted(from.name(), to.name()),
          "The older one stands first: %s..%s.".formatted(to.name(), from.name()));
    }
  }

  /** What the branch that it goes to has got meanwhile; a broken branch is not this change's. */
  private static Theirs since(State target, GitHistory git, List<String> notes) {
    try {
      return new Theirs(
          target.point().name(), Sides.migrations(new Provenance(git).trace(target.plan())));
    } catch (Problem e) {
      notes.add(
          "what %s has got meanwhile was not looked at: %s"
              .formatted(target.point().name(), e.getMessage()));
      return Theirs.NONE;
    }
  }

  private static Path scratchFolder() {
    try {
      return Files.createTempDirectory("annals-diff-");
    } catch (IOException e) {
      throw Problem.failure(
          "making a temporary folder: " + e.getMessage(),
          "ANNALS_JAVA_OPTIONS=-Djava.io.tmpdir=… names another place.",
          e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw Problem.failure("removing " + folder + ": " + e.getMessage(), "Remove it by hand.", e);
    }
  }
}
