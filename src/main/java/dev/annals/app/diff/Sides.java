package dev.annals.app.diff;

import dev.annals.app.Aside;
import dev.annals.app.Provenance;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two states of a project, before anything of them is replayed.
 *
 * @param base the state that is there already
 * @param head the state that is proposed
 * @param basePlan what a database at the base has run
 * @param headPlan what a new database would run
 * @param files what became of the migration files
 * @param taken files that have no version of their own
 * @param findings what Flyway will say to the files
 * @param notes how the states were read
 */
record Sides(
    State base,
    State head,
    Plan basePlan,
    Plan headPlan,
    FileChanges files,
    List<FileChange> taken,
    List<Finding> findings,
    List<String> notes) {

  Sides {
    taken = List.copyOf(taken);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /**
   * Two states of a repository.
   *
   * @param theirs what the branch that it goes to has, where that is more than the base
   * @param notes what is known already about how the states were read
   * @throws Problem if one of them is no project with migrations
   */
  static Sides of(GitHistory git, State base, State proposed, Theirs theirs, List<String> notes) {
    Aside<Plan> there = Aside.begin("annals-there", base::plan);
    Doubles doubles = Doubles.resolve(proposed, base);
    State head = doubles.state();
    Plan bare = doubles.plan();
    Provenance provenance = provenance(git, base, head, bare);
    Plan headPlan = provenance.told(bare);
    Plan basePlan = provenance.told(there.result());
    if (headPlan.migrations().isEmpty()) {
      throw nothing(head, base, basePlan.migrations().size());
    }
    List<String> told = new ArrayList<>(notes);
    if (basePlan.migrations().isEmpty()) {
      told.add(base.point().name() + " has no migrations: everything is new");
    }
    told.addAll(CallbackChanges.of(basePlan, headPlan));
    List<Migration> then = migrations(basePlan);
    List<Migration> now = migrations(headPlan);
    FileChanges files =
        new FileChanges(
            then,
            now,
            outOfOrder(head),
            theirs.migrations().stream().map(Migration::version).toList());
    List<Finding> findings = new ArrayList<>(doubles.findings());
    findings.addAll(files.findings());
    findings.addAll(
        Branches.conflicts(then, theirs.migrations(), now, theirs.name(), outOfOrder(head)));
    return new Sides(base, head, basePlan, headPlan, files, doubles.files(), findings, told);
  }

  /**
   * What git says of files. Only pages ask how old the migrations of the base are; without any, a
   * long history need not be walked for that.
   */
  private static Provenance provenance(GitHistory git, State base, State head, Plan plan) {
    Provenance provenance = new Provenance(git);
    if (hasPages(base) || hasPages(head)) {
      provenance.learn(Provenance.paths(plan), "");
      provenance.learn(base.files().files().keySet(), "");
      return provenance;
    }
    List<String> fresh = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (String path : Provenance.paths(plan)) {
      byte[] then = base.files().files().get(path);
      if (then == null) {
        fresh.add(path);
      } else if (!Arrays.equals(then, head.files().files().get(path))) {
        changed.add(path);
      }
    }
    provenance.learn(fresh, base.point().commit().id());
    provenance.learn(changed, "");
    return provenance;
  }

  private static boolean hasPages(State state) {
    Path folder = state.folder().resolve(state.config().databases().get(0).rationale());
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      return true; // whoever reads them says why they cannot be read
    }
  }

  /** Whether the project lets Flyway run a version below one that ran already. */
  static boolean outOfOrder(State head) {
    return head.settings().get("outOfOrder").equalsIgnoreCase("true");
  }

  static Problem nothing(State head, State base, int there) {
    return Problem.failure(
        "looking for migrations in %s (%s): there are none%s"
            .formatted(
                head.point().name(),
                String.join(", ", head.settings().folders()),
                there == 0
                    ? ", and none in " + base.point().name()
                    : ", and %d in %s".formatted(there, base.point().name())),
        "Name their folder in annals.yml:\n"
            + "  databases: [{ migrations: { locations: [path/to/migrations] } }]");
  }

  static List<Migration> migrations(Plan plan) {
    return plan.migrations().stream().map(PlannedMigration::migration).toList();
  }

  /** What a database at the base has run, then what Flyway would still run there. */
  Plan upgrade() {
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

  /** What a new database would run. */
  Plan anew() {
    return withPendingUndo(headPlan);
  }

  /** To try the way back from what has been merged is another day's work. */
  private Plan withPendingUndo(Plan plan) {
    Set<String> pending =
        migrations(headPlan).stream()
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
}
