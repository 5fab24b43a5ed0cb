package dev.annals.app;

import dev.annals.app.config.ReleasesConfig;
import dev.annals.app.config.ReleasesConfig.Listed;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.git.GitTag;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.ProjectCode;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a project's releases. The schema at a tag is what the tag's own files give: where they are
 * those of today's history up to some step, that step's; otherwise they are replayed, once for
 * equal sets of files.
 */
final class Cuts {

  /** So many migrations after the newest tag are a release that takes its time. */
  private static final int FEW = 20;

  private final ReleasesConfig releases;
  private final GitHistory git;
  private final FlywaySettings settings;
  private final ProjectCode code;
  private final ScratchServer server;
  private final ReplayCache cache;
  private final Progress progress;
  private final TagFiles files;
  private final KeptTags kept;
  private final Map<List<TagFile>, Snapshot> replayed = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private List<Cut> configured = List.of();
  private List<TagFile> today = List.of();

  /** The tags that are releases, oldest first. */
  private List<ReleaseLines.Tagged> inTime = List.of();

  /** Tags that a server had to replay, and how long that took. */
  private final Set<String> run = new LinkedHashSet<>();

  private long spent;

  Cuts(
      ReleasesConfig releases,
      GitHistory git,
      FlywaySettings settings,
      ProjectCode code,
      ScratchServer server,
      ReplayCache cache,
      KeptTags kept,
      Progress progress) {
    this.releases = releases;
    this.git = git;
    this.settings = settings;
    this.code = code;
    this.server = server;
    this.cache = cache;
    this.kept = kept;
    this.progress = progress;
    this.files = new TagFiles(git, settings);
  }

  List<Cut> of(Plan plan, History history) {
    today = TagFile.of(plan);
    configured = configured(plan, history);
    List<Cut> cuts = chosen(plan, history);
    kept.keep();
    return cuts;
  }

  private List<Cut> chosen(Plan plan, History history) {
    return new RangeCuts(
            releases.range(),
            configured,
            history,
            name -> tagged(name, plan, history),
            git.shallow())
        .cuts();
  }

  private List<Cut> configured(Plan plan, History history) {
    return switch (releases.from()) {
      case LIST -> listed(history);
      case MIGRATIONS -> List.of();
      case GIT_TAGS -> tagged(plan, history, true);
      case FOUND -> tagged(plan, history, false);
    };
  }

  private List<Cut> listed(History history) {
    List<Cut> cuts = new ArrayList<>();
    int last = -1;
    for (Listed entry : releases.listed()) {
      int through = indexOf(history, entry.through());
      if (through < 0) {
        throw Problem.usage(
            "reading annals.yml: the release "
                + entry.version()
                + " goes through the migration "
                + entry.through()
                + ", and there is no such version",
            "Versions are written as Flyway prints them: " + known(history) + ".");
      }
      if (through <= last) {
        throw Problem.usage(
            "reading annals.yml: the release "
                + entry.version()
                + " holds nothing that the one before it does not",
            "List releases from the oldest to the newest.");
      }
      last = through;
      cuts.add(
          new Cut(
              entry.version(),
              entry.title(),
              entry.date(),
              Commit.UNKNOWN,
              through,
              history.steps().get(through).after(),
              List.of()));
    }
    return cuts;
  }

  private static String known(History history) {
    List<String> versions = history.steps().stream().map(step -> step.migration().name()).toList();
    int size = versions.size();
    return size <= 6
        ? String.join(", ", versions)
        : String.join(", ", versions.subList(0, 3)) + ", …, " + versions.get(size - 1);
  }

  private static int indexOf(History history, String version) {
    String wanted = version.replace('_', '.');
    for (int i = 0; i < history.steps().size(); i++) {
      Migration migration = history.steps().get(i).migration();
      if (migration.version().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private List<Cut> tagged(Plan plan, History history, boolean demanded) {
    List<GitTag> tags = git.tags(releases.match());
    if (tags.isEmpty() && demanded) {
      throw Problem.failure(
          "looking for releases: no git tag fits \"" + releases.match() + "\"",
          git.shallow()
              ? "The clone is shallow, and has no such tag: git fetch --tags --unshallow."
              : "Fetch the tags (git fetch --tags), or set releases: match.");
    }
    Map<List<TagFile>, ReleaseLines.Tagged> cuts = new LinkedHashMap<>();
    LeftOut leftOut = new LeftOut();
    for (GitTag tag : tags) {
      progress.at("reading tags", cuts.size() + 1, tags.size(), tag.name());
      try {
        List<TagFile> then = files(tag, plan);
        boolean known =
            cuts.containsKey(then) && !Candidates.isOf(cuts.get(then).cut().name(), tag.name());
        if (!then.isEmpty() && !known) {
          ReleaseLines.Tagged tagged =
              new ReleaseLines.Tagged(tag, then, cut(tag, then, plan, history));
          cuts.remove(then); // the release is younger than its candidate
          cuts.put(then, tagged);
        }
      } catch (Problem e) {
        if (tag.equals(tags.get(tags.size() - 1))) {
          // nobody can mend what a tag of old has; the newest release has to be told, or nothing is
          throw LeftOut.unusable(tag.name(), e);
        }
        leftOut.add(tag.name(), e);
      }
    }
    if (!run.isEmpty()) {
      progress.done(
          (run.size() == 1
                  ? "1 tag replayed for itself: its files are not today's (%2$d ms)"
                  : "%1$d tags replayed for themselves: their files are not today's (%2$d ms)")
              .formatted(run.size(), spent / 1_000_000));
    }
    notes.addAll(leftOut.notes());
    inTime = List.copyOf(cuts.values());
    List<Cut> sorted = inTime.isEmpty() ? List.of() : lines(inTime).cuts();
    if (!demanded) {
      sorted.stream()
          .filter(cut -> !cut.line().aside())
          .reduce((earlier, later) -> later)
          .ifPresent(newest -> given(newest, history.steps().size()));
    }
    return sorted;
  }

  private ReleaseLines lines(List<ReleaseLines.Tagged> tags) {
    return new ReleaseLines(tags, kept.ancestry(git, settings.folders()), git, today);
  }

  /**
   * Tags that a team has given up leave most of its history in no release: who would look there?
   */
  private void given(Cut newest, int steps) {
    int after = steps - 1 - newest.through();
    if (after >= FEW && after > steps / 2) {
      notes.add(
          "%d of %d migrations came after %s (%s), the last release among the tags that fit \"%s\": all of them are unreleased. Where tags are no longer your releases, \"releases: { from: migrations }\" in annals.yml makes each migration one"
              .formatted(after, steps, newest.name(), newest.date(), releases.match()));
    }
  }

  /** All releases of the configuration, whatever range was asked for. */
  List<Cut> all() {
    return configured;
  }

  /** What a careful reader wants to know about the releases: tags that could not be used. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * The cut of one tag, whether or not it counts as a release, behind those that it continues;
   * nothing where there is none.
   */
  private Optional<List<Cut>> tagged(String name, Plan plan, History history) {
    Set<GitTag> earlier = new HashSet<>();
    for (GitTag tag : git.tags("*")) {
      earlier.add(tag);
      if (tag.name().equals(name)) {
        try {
          List<TagFile> then = files(tag, plan);
          if (!then.isEmpty()) {
            return Optional.of(
                leading(
                    new ReleaseLines.Tagged(tag, then, cut(tag, then, plan, history)), earlier));
          }
        } catch (Problem e) {
          throw LeftOut.unusable(name, e);
        }
        throw Problem.failure(
            "reading the tag " + name + ": it holds no migrations in " + settings.folders(),
            "Choose a later tag, or begin with nothing: ..TAG tells all that led to TAG.");
      }
    }
    return Optional.empty();
  }

  /** A cut that is no release, behind the releases that it continues. */
  private List<Cut> leading(ReleaseLines.Tagged tagged, Set<GitTag> earlier) {
    if (inTime.isEmpty()) {
      Cut cut = tagged.cut();
      List<Cut> cuts = new ArrayList<>(configured);
      cuts.removeIf(each -> each.through() >= cut.through());
      cuts.add(cut);
      return cuts;
    }
    List<ReleaseLines.Tagged> tags = new ArrayList<>(inTime);
    tags.removeIf(each -> !earlier.contains(each.tag()) || each.files().equals(tagged.files()));
    tags.add(tagged);
    return lines(tags).cutsToLast();
  }

  private List<TagFile> files(GitTag tag, Plan plan) {
    return kept.get(tag)
        .map(KeptTags.Tag::files)
        .orElseGet(
            () -> {
              List<TagFile> found = TagFile.of(resolved(tag, plan));
              kept.put(new KeptTags.Tag(tag.name(), tag.commit().id(), found, List.of()));
              return found;
            });
  }

  private Plan resolved(GitTag tag, Plan plan) {
    return FlywayProject.resolvePast(files.of(tag, plan), settings, code);
  }

  private Cut cut(GitTag tag, List<TagFile> then, Plan plan, History history) {
    int through = then.equals(today) ? history.steps().size() - 1 : through(then, history);
    boolean same = through >= 0 && prefix(then, through);
    Snapshot schema =
        same
            ? history.steps().get(through).after()
            : replayed.computeIfAbsent(then, key -> schema(tag, then, plan));
    return new Cut(
        tag.name(),
        "",
        tag.commit().date(),
        tag.commit(),
        through,
        schema,
        edited(then, plan),
        checksums(then),
        Cut.Line.MAIN);
  }

  private Snapshot schema(GitTag tag, List<TagFile> then, Plan plan) {
    Optional<KeptTags.Tag> before = kept.get(tag).filter(each -> !each.schema().isEmpty());
    if (before.isPresent()) {
      return Snapshot.of(before.get().schema().get(0));
    }
    Snapshot found = replay(tag, resolved(tag, plan));
    kept.put(new KeptTags.Tag(tag.name(), tag.commit().id(), then, List.of(found.schema())));
    return found;
  }

  private Snapshot replay(GitTag tag, Plan then) {
    long begun = System.nanoTime();
    History own =
        cache.history(
            server,
            then.withoutUndo(),
            (number, all, script) -> {
              run.add(tag.name());
              progress.at("replaying " + tag.name(), number, all, script);
            });
    spent += System.nanoTime() - begun;
    return Snapshot.of(own.last().schema());
  }

  /** The last step of today's history that a tag's versioned migrations reach. */
  private static int through(List<TagFile> then, History history) {
    Set<String> versions = new HashSet<>();
    then.forEach(file -> versions.add(file.name()));
    int through = -1;
    List<Step> steps = history.steps();
    for (int i = 0; i < steps.size(); i++) {
      Migration migration = steps.get(i).migration();
      if (!migration.version().isEmpty() && versions.contains(migration.name())) {
        through = i;
      }
    }
    return through;
  }

  /** True where the tag's migrations are today's first ones, to the letter. */
  private boolean prefix(List<TagFile> then, int through) {
    return then.size() == through + 1
        && then.size() <= today.size()
        && then.equals(today.subList(0, then.size()));
  }

  private static SortedMap<String, Integer> checksums(List<TagFile> then) {
    SortedMap<String, Integer> files = new TreeMap<>();
    then.stream()
        .filter(file -> !file.version().isEmpty())
        .forEach(file -> files.put(file.version(), file.checksum()));
    return files;
  }

  private static List<String> edited(List<TagFile> then, Plan today) {
    Map<String, Migration> now = new HashMap<>();
    today.migrations().forEach(p -> now.put(p.migration().name(), p.migration()));
    List<String> edited = new ArrayList<>();
    for (TagFile file : then) {
      Migration migration = now.get(file.name());
      if (!file.version().isEmpty()
          && migration != null
          && migration.checksum() != file.checksum()) {
        edited.add(migration.path());
      }
    }
    return edited;
  }
}
