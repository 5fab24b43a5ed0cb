package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Outcome;
import dev.annals.model.witness.Witness;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.SqlHighlighter;
import dev.annals.render.html.WitnessWords;
import dev.annals.render.page.Views.BrokenView;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.FindingView;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.LockView;
import dev.annals.render.page.Views.SinceView;
import dev.annals.render.page.Views.WitnessView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes views of changes, verdicts, findings and locks, as seen from one page. */
final class ChangeViews {

  /** So many things that a finding is about are named on any page; on those of findings, more. */
  private static final int SUBJECTS = 10;

  /** Where there are more, the first few are. */
  private static final int FIRST = 3;

  private static final int SUBJECTS_OF_CHECKS = 300;

  private final SiteIndex index;
  private final Set<String> rules;
  private final String from;

  ChangeViews(SiteIndex index, Set<String> rules, String from) {
    this.index = index;
    this.rules = rules;
    this.from = from;
  }

  /** One event of a lifeline. */
  ChangeView of(Lifeline.Event event) {
    JudgedStep step = index.chronicle().steps().get(event.step());
    return of(step.changes().get(event.change()), event.step());
  }

  /** A change of a step; -1 for the net effect of a release. */
  ChangeView of(JudgedChange judged, int step) {
    Verdict verdict = judged.verdict();
    ObjectRef subject = judged.change().subject();
    return new ChangeView(
        sign(judged.change()),
        state(judged.change()),
        Sentences.about(subject, verdict.summary()),
        subject.display(),
        index.href(from, subject),
        level(verdict.level()),
        verdict.level().label(),
        verdict.rule(),
        rules.contains(verdict.rule())
            ? PageNames.relative(from, PageNames.rule(verdict.rule()))
            : "",
        affects(verdict),
        verdict.notes().stream().map(Sentences::of).toList(),
        judged.evidence().witnesses().stream().map(ChangeViews::of).toList(),
        Sentences.of(judged.evidence().unseen()),
        judged.evidence().broken().stream().map(ChangeViews::of).toList(),
        WitnessWords.unbroken(judged.evidence()),
        Sentences.of(verdict.instead()),
        step < 0 ? new Link("", "") : migration(step),
        step < 0 ? new Link("", "") : release(step),
        step < 0 ? "" : by(index.migration(step).introduced()),
        "",
        List.of());
  }

  /** What happened to the subject of a page after it was last read, latest first. */
  SinceView since(Rationale page) {
    if (page == null) {
      return new SinceView("", List.of());
    }
    List<ChangeView> events = new ArrayList<>();
    for (int i = page.since().size() - 1; i >= 0; i--) {
      Lifeline.Event event = page.since().get(i);
      events.add(of(index.past().step(event.step()).changes().get(event.change()), event.step()));
    }
    return new SinceView(
        page.reviewed().isEmpty()
            ? "last touched on " + page.touched().date()
            : "reviewed at " + page.reviewed(),
        events);
  }

  private static BrokenView of(Broken broken) {
    return new BrokenView(
        WitnessWords.place(broken),
        broken.before(),
        broken.after(),
        broken.outcome() == Outcome.REFUSED);
  }

  private static WitnessView of(Witness witness) {
    List<String> lines = new ArrayList<>(witness.setup());
    lines.add(witness.sql());
    return new WitnessView(
        WitnessWords.who(witness),
        SqlHighlighter.html(
            witness.setup().isEmpty() ? witness.sql() : String.join(";\n", lines) + ";"),
        !witness.setup().isEmpty(),
        witness.before(),
        witness.after(),
        witness.outcome() == Outcome.REFUSED);
  }

  Link migration(int step) {
    Migration migration = index.migration(step);
    String name =
        migration.version().isEmpty() ? "R " + migration.description() : "V" + migration.version();
    return new Link(name, PageNames.relative(from, PageNames.migration(migration)));
  }

  Link release(int step) {
    String release = index.past().releaseOf(step);
    return release.isEmpty()
        ? new Link("", "")
        : new Link(release, PageNames.relative(from, PageNames.release(release)));
  }

  static String by(Commit commit) {
    return commit.known() ? commit.author() + ", " + commit.date() : "";
  }

  private static String sign(Change change) {
    return switch (state(change)) {
      case "added" -> "+";
      case "removed" -> "\u2212";
      default -> "~";
    };
  }

  static String state(Change change) {
    return change instanceof Change.Added
        ? "added"
        : change instanceof Change.Dropped ? "removed" : "changed";
  }

  private static String level(Level level) {
    return switch (level) {
      case BREAKING -> "breaking";
      case POTENTIALLY_BREAKING -> "maybe";
      case NON_BREAKING -> "minor";
      case EQUIVALENT -> "patch";
    };
  }

  private static String affects(Verdict verdict) {
    StringJoiner text = new StringJoiner(" · ");
    if (verdict.readers() != Effect.NONE) {
      text.add("readers: " + verdict.readers().label());
    }
    if (verdict.writers() != Effect.NONE) {
      text.add("writers: " + verdict.writers().label());
    }
    if (verdict.data() != DataEffect.NONE) {
      text.add("data: " + verdict.data().label());
    }
    if (verdict.lock() != Lock.NONE) {
      text.add(verdict.lock().label() + " lock" + (verdict.measured() ? " (measured)" : ""));
    }
    for (Work work : verdict.work()) {
      text.add(work.label() + (verdict.measured() ? " (measured)" : ""));
    }
    text.add(verdict.reversibility().label());
    return text.toString();
  }

  FindingView of(Finding finding) {
    List<Link> subjects = subjects(finding.subjects());
    String place =
        finding.path().isEmpty()
            ? ""
            : finding.path() + (finding.line() > 0 ? ":" + finding.line() : "");
    return new FindingView(
        finding.severity().label(),
        finding.rule(),
        rules.contains(finding.rule())
            ? PageNames.relative(from, PageNames.rule(finding.rule()))
            : "",
        Sentences.of(finding.message()),
        finding.why(),
        finding.advice(),
        subjects,
        finding.subjects().size() > SUBJECTS + 1,
        place,
        finding.confidence() == Confidence.HIGH ? "" : finding.confidence().label(),
        finding.release(),
        standing(finding));
  }

  /**
   * What a finding is about. A migration may lock hundreds of tables: the page of each names a few,
   * those of the findings themselves all that there is room for.
   */
  private List<Link> subjects(List<ObjectRef> refs) {
    int most = from.startsWith("checks") ? SUBJECTS_OF_CHECKS : SUBJECTS;
    int shown = refs.size() <= most + 1 ? refs.size() : most == SUBJECTS ? FIRST : most;
    List<Link> subjects = new ArrayList<>();
    for (ObjectRef ref : refs.subList(0, shown)) {
      String href = index.href(from, ref);
      subjects.add(new Link(href.startsWith("#") ? ref.name() : ref.display(), href));
    }
    if (shown < refs.size()) {
      subjects.add(
          new Link(
              Counted.of(refs.size() - shown) + " more",
              most == SUBJECTS ? PageNames.relative(from, ChecksPages.PATH) : ""));
    }
    return subjects;
  }

  /** What the team thinks of it; empty where it has not been asked. */
  private static String standing(Finding finding) {
    return !finding.ignored().isEmpty()
        ? "Ignored: " + Sentences.of(finding.ignored())
        : finding.known() ? "In the baseline." : "";
  }

  /** What some steps locked and did, one line a table; weak locks that nobody waits for apart. */
  List<LockView> locks(List<Observation> observations) {
    Set<ObjectRef> tables = new TreeSet<>();
    observations.forEach(
        seen -> {
          tables.addAll(seen.locks().keySet());
          tables.addAll(seen.work().keySet());
        });
    List<LockView> views = new ArrayList<>();
    for (ObjectRef table : tables) {
      Lock lock =
          observations.stream()
              .map(seen -> seen.locks().getOrDefault(table, Lock.NONE))
              .reduce(Lock.NONE, Lock::or);
      Set<Work> work = new TreeSet<>();
      observations.forEach(seen -> work.addAll(seen.work().getOrDefault(table, Set.of())));
      views.add(
          new LockView(
              table.display(),
              index.href(from, table),
              lock.label(),
              lock == Lock.NONE ? "" : lock.blocks(),
              work.stream().map(Work::label).collect(Collectors.joining(", "))));
    }
    return views;
  }
}
