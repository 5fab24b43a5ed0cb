package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.app.Provenance;
import dev.annals.app.Scratch;
import dev.annals.app.Witnesses;
import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.consumer.ConsumerReader;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.Judge;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.Problem;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.FileChange;
import dev.annals.model.story.Preview.Point;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import dev.annals.model.story.WayBack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replays two states of a project and judges what lies between them.
 *
 * <p>Where the head only adds to the base, one database runs the base and then what Flyway would
 * still run there: that is what a deployment does, and it is what is told. Where the head changes
 * what has run already, each is replayed from the beginning and the results are compared.
 */
final class StatesDiff {

  private static final int SHOWN = 3;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::rule)
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  private final DiffRequest request;
  private final Progress progress;
  private final State base;
  private final State head;
  private final List<Finding> findings;
  private final List<FileChange> taken;
  private final List<String> notes;
  private final Plan basePlan;
  private final Plan headPlan;
  private final FileChanges files;
  private final String upgrade;
  private ReplayCache cache = ReplayCache.none();

  /**
   * @param theirs what the branch that it goes to has, where that is more than the base
   * @param notes what is known already about how the states were read
   */
  StatesDiff(
      DiffRequest request,
      Progress progress,
      GitHistory git,
      State base,
      State proposed,
      Theirs theirs,
      List<String> notes) {
    this.request = request;
    this.progress = progress;
    this.base = base;
    Doubles doubles = Doubles.resolve(proposed, base);
    this.head = doubles.state();
    this.findings = new ArrayList<>(doubles.findings());
    this.taken = doubles.files();
    this.notes = new ArrayList<>(notes);
    Provenance provenance = new Provenance(git);
    this.headPlan = provenance.trace(head.plan());
    this.basePlan = provenance.trace(base.plan());
    this.upgrade = "upgrading " + base.point().name();
    someMigrations();
    this.notes.addAll(CallbackChanges.of(basePlan, headPlan));
    boolean outOfOrder = head.settings().get("outOfOrder").equalsIgnoreCase("true");
    List<Migration> then = migrations(basePlan);
    List<Migration> now = migrations(headPlan);
    this.files =
        new FileChanges(
            then, now, outOfOrder, theirs.migrations().stream().map(Migration::version).toList());
    this.findings.addAll(files.findings());
    this.findings.addAll(
        Branches.conflicts(then, theirs.migrations(), now, theirs.name(), outOfOrder));
  }

  /**
   * The branch that a change goes to, as it is today.
   *
   * @param name what it is called
   * @param migrations its migrations; none where it is the base
   */
  record Theirs(String name, List<Migration> migrations) {

    static final Theirs NONE = new Theirs("", List.of());

    Theirs {
      migrations = List.copyOf(migrations);
    }
  }

  private void someMigrations() {
    if (headPlan.migrations().isEmpty()) {
      throw Problem.failure(
          "looking for migrations in %s (%s): there are none%s"
              .formatted(
                  head.point().name(),
                  String.join(", ", head.settings().folders()),
                  basePlan.migrations().isEmpty()
                      ? ", and none in " + base.point().name()
                      : ", and %d in %s"
                          .formatted(basePlan.migrations().size(), base.point().name())),
          "Name their folder in annals.yml:\n"
              + "  databases: [{ migrations: { locations: [path/to/migrations] } }]");
    }
    if (basePlan.migrations().isEmpty()) {
      notes.add(base.point().name() + " has no migrations: everything is new");
    }
  }

  static List<Migration> migrations(Plan plan) {
    return plan.migrations().stream().map(PlannedMigration::migration).toList();
  }

  /** Replays and judges. */
  Preview preview() {
    DatabaseConfig database = head.config().databases().get(0);
    try (ReplayCache kept = Scratch.cache(request.cached(), request.environment());
        ScratchServer server =
            Scratch.server(database, request.offline(), request.environment(), progress)) {
      cache = kept;
      Preview preview = preview(server);
      progress.done(
          "%d migrations at the base, %d to run"
              .formatted(basePlan.migrations().size(), preview.steps().size()));
      return preview;
    }
  }

  private Preview preview(ScratchServer server) {
    if (!files.rewritten()) {
      Plan plan = upgradePlan();
      try {
        History upgraded = replay(server, plan, upgrade, basePlan.migrations().size());
        compareWithNew(server, upgraded);
        int first = basePlan.migrations().size();
        History then =
            new History(
                upgraded.engine(),
                upgraded.initial(),
                upgraded.steps().subList(0, first),
                List.of());
        return judged(server, plan, upgraded, first, then);
      } catch (UpgradeFailed e) {
        findings.add(e.finding());
      }
    }
    History then = replay(server, basePlan.withoutUndo(), "replaying " + base.point().name(), 0);
    History now = replay(server, withPendingUndo(headPlan), "replaying " + head.point().name(), 0);
    return judged(server, headPlan, now, firstDifferent(now), then);
  }

  /** How many migrations of the head, from the first on, a database at the base has run. */
  private int firstDifferent(History now) {
    Set<String> known = new HashSet<>();
    basePlan.migrations().forEach(p -> known.add(identity(p.migration())));
    int same = 0;
    for (Step step : now.steps()) {
      if (!known.contains(identity(step.migration()))) {
        return same;
      }
      same++;
    }
    return same;
  }

  private static String identity(Migration migration) {
    return migration.name() + "\0" + migration.checksum();
  }

  /** What has run at the base, then what Flyway would still run. */
  private Plan upgradePlan() {
    List<PlannedMigration> all = new ArrayList<>(basePlan.migrations());
    List<PlannedMigration> pending =
        headPlan.migrations().stream()
            .filter(planned -> files.isPending(planned.migration()))
            .toList();
    all.addAll(headPlan.callbacks().around(pending));
    Plan first = all.size() == pending.size() ? headPlan : basePlan;
    return withPendingUndo(
        new Plan(head.settings(), all, headPlan.undo(), first.callbacks(), headPlan.notes()));
  }

  /** To try the way back from what has been merged is another day's work. */
  private Plan withPendingUndo(Plan plan) {
    Set<String> pending =
        headPlan.migrations().stream()
            .map(PlannedMigration::migration)
            .filter(files::isPending)
            .map(Migration::version)
            .collect(Collectors.toSet());
    return new Plan(
        plan.settings(),
        plan.migrations(),
        plan.undo().stream().filter(undo -> pending.contains(undo.migration().version())).toList(),
        plan.callbacks(),
        plan.notes());
  }

  /** An upgrade that stops, though a new database might not. */
  private static final class UpgradeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    UpgradeFailed(Finding finding, Problem cause) {
      super(cause);
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }

  /**
   * @param base how many of the plan's migrations are the base's; 0 where the question is not put
   */
  private History replay(ScratchServer server, Plan plan, String what, int base) {
    int[] at = {0};
    try {
      return cache.history(
          server,
          plan,
          (number, all, script) -> {
            at[0] = number;
            progress.at(what, number, all, script);
          });
    } catch (Problem e) {
      if (base > 0 && at[0] <= base) {
        throw Problem.failure(
            "the base, " + this.base.point().name() + ", does not run: " + e.getMessage(),
            "This is not the change's doing: it was there before. " + e.advice(),
            e);
      }
      if (base > 0 && hasRepeatables(basePlan) && runsAnew(server)) {
        Migration failed = plan.migrations().get(at[0] - 1).migration();
        throw new UpgradeFailed(
            new Finding(
                "upgrade-fails",
                Severity.ERROR,
                List.of(),
                failed.script()
                    + " runs in a new database and fails in one that has run the base: "
                    + e.getMessage().replaceFirst("^replaying ", "").lines().findFirst().orElse(""),
                "What repeatable migrations made (views, routines) is there already when it runs:"
                    + " drop it first, or change it in the same migration.",
                failed.path(),
                0,
                failed.name()),
            e);
      }
      throw e;
    }
  }

  private static boolean hasRepeatables(Plan plan) {
    return plan.migrations().stream().anyMatch(p -> p.migration().version().isEmpty());
  }

  private boolean runsAnew(ScratchServer server) {
    try {
      cache.history(server, headPlan.withoutUndo(), (number, all, script) -> {});
      return true;
    } catch (Problem e) {
      return false;
    }
  }

  /** Where the order differs, a new database may get another schema than one that is upgraded. */
  private void compareWithNew(ScratchServer server, History upgraded) {
    List<String> order = headPlan.migrations().stream().map(p -> p.migration().script()).toList();
    List<String> ran = upgraded.steps().stream().map(s -> s.migration().script()).toList();
    if (order.equals(ran)) {
      return;
    }
    Schema anew;
    try {
      anew =
          cache
              .history(
                  server,
                  headPlan.withoutUndo(),
                  (number, all, script) -> progress.at("as a new database", number, all, script))
              .last()
              .schema();
    } catch (Problem e) {
      findings.add(
          new Finding(
              "new-database-fails",
              Severity.ERROR,
              List.of(),
              "the migrations upgrade a database that has run the base, but fail in a new one: "
                  + e.getMessage().replaceFirst("^replaying ", "").lines().findFirst().orElse(""),
              "Tests and new developers start from nothing: make the order right for them, too.",
              "",
              0,
              ""));
      return;
    }
    List<Change> differences =
        SchemaDiff.between(Snapshot.of(upgraded.last().schema()), Snapshot.of(anew));
    if (!differences.isEmpty()) {
      String some =
          differences.stream()
              .limit(SHOWN)
              .map(change -> change.kind().label() + " " + change.subject().display())
              .collect(Collectors.joining(", "));
      findings.add(
          new Finding(
              "upgrade-differs",
              Severity.WARNING,
              differences.stream().limit(SHOWN).map(Change::subject).toList(),
              "a new database gets another schema than one that is upgraded: %s%s"
                  .formatted(
                      some,
                      differences.size() > SHOWN
                          ? " and " + (differences.size() - SHOWN) + " more"
                          : ""),
              "The order in which migrations run differs: repeatable ones come last in a new"
                  + " database.",
              "",
              0,
              ""));
    }
  }

  private static Cut cut(Point point, int through, Snapshot schema) {
    return new Cut(
        point.name(), "", point.commit().date(), point.commit(), through, schema, List.of());
  }

  /**
   * @param first index of the first step that a database at the base has not run
   * @param then the base's own history
   */
  private Preview judged(
      ScratchServer server, Plan plan, History history, int first, History then) {
    List<Cut> cuts = new ArrayList<>();
    if (!then.steps().isEmpty()) {
      boolean same = first > 0 && history.before(first).schema().equals(then.last().schema());
      Snapshot schema = same ? history.before(first) : Snapshot.of(then.last().schema());
      cuts.add(cut(base.point(), first - 1, schema));
    }
    // what is proposed can still be written otherwise, as safety rules want to know
    Point open = new Point(Release.UNRELEASED, head.point().commit());
    cuts.add(cut(open, history.steps().size() - 1, history.last()));
    Judge judge = Judge.of(history, cuts, head.config().semver());
    ConsumerReader.Result consumers =
        ConsumerReader.read(head.folder(), head.config().databases().get(0).consumers());
    judge.note(consumers.notes());
    new Witnesses(server, cache, plan, progress).heardBy(judge, consumers.statements(), first);
    Chronicle chronicle = Told.chronicle(judge, head);
    return preview(chronicle, chronicle.releases().get(cuts.size() - 1), first, then);
  }

  private Preview preview(Chronicle chronicle, Release release, int first, History history) {
    List<Finding> then = List.of();
    SemanticVersion from = chronicle.initialVersion();
    if (!history.steps().isEmpty()) {
      Cut cut = cut(base.point(), history.steps().size() - 1, history.last());
      Chronicle earlier =
          Told.chronicle(Judge.of(history, List.of(cut), base.config().semver()), base);
      then = earlier.findings();
      from = earlier.version();
    }
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(Told.only(chronicle.findings(), then));
    List<JudgedStep> steps = new ArrayList<>();
    List<WayBack> waysBack = new ArrayList<>();
    for (int i = first; i < chronicle.steps().size(); i++) {
      if (files.isPending(chronicle.steps().get(i).step().migration()) || first == 0) {
        steps.add(chronicle.steps().get(i));
        waysBack.add(chronicle.waysBack().get(i));
      }
    }
    List<FileChange> changed = new ArrayList<>(files.changes());
    changed.addAll(taken);
    List<String> told = new ArrayList<>(notes);
    told.addAll(Told.notes(chronicle.notes(), release.changes()));
    return new Preview(
        chronicle.project(),
        chronicle.database(),
        chronicle.engine(),
        base.point(),
        head.point(),
        history.last().schema(),
        release.cut().schema().schema(),
        release.changes(),
        release.bump(),
        from,
        from.next(release.bump()),
        steps,
        waysBack,
        changed,
        all.stream().sorted(ORDER).toList(),
        pages(chronicle, release.changes()),
        Told.only(then, chronicle.findings()),
        told.stream().distinct().toList());
  }

  /** Pages of tables that are touched; a project without any page has chosen to have none. */
  private static List<Finding> pages(Chronicle chronicle, List<JudgedChange> changes) {
    if (chronicle.rationale().isEmpty()) {
      return List.of();
    }
    Set<String> touched = new HashSet<>();
    changes.forEach(
        judged -> {
          ObjectRef ref = judged.change().subject();
          touched.add(ref.schema() + "." + ref.owner());
        });
    return chronicle.findings().stream()
        .filter(finding -> Told.PAGES.contains(finding.rule()))
        .filter(
            finding ->
                finding.subjects().stream()
                    .anyMatch(ref -> touched.contains(ref.schema() + "." + ref.owner())))
        .toList();
  }
}
