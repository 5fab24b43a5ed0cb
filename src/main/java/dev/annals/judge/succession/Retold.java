package dev.annals.judge.succession;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Cut;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.story.Succession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells what belongs to a longer story as a part of it: the column that comes to replace another,
 * the one that goes because it was replaced, and what pages had announced.
 */
public final class Retold {

  private final List<JudgedStep> steps;
  private final List<Release> releases;
  private final List<Cut> named;
  private final List<Succession> successions;
  private final List<Deprecation> announced;

  /**
   * Prepares to tell.
   *
   * @param named releases that give moments their names where the told ones are but a part of them
   * @param announced what pages say is to be used no longer
   */
  public Retold(
      List<JudgedStep> steps,
      List<Release> releases,
      List<Cut> named,
      List<Succession> successions,
      List<Deprecation> announced) {
    this.steps = List.copyOf(steps);
    this.releases = List.copyOf(releases);
    this.named = List.copyOf(named);
    this.successions = List.copyOf(successions);
    this.announced = List.copyOf(announced);
  }

  /** The steps. */
  public List<JudgedStep> steps() {
    if (successions.isEmpty() && announced.isEmpty()) {
      return steps;
    }
    List<JudgedStep> told = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      JudgedStep step = steps.get(i);
      told.add(
          new JudgedStep(
              step.step(), changes(step.changes(), List.of(i)), step.bump(), step.version()));
    }
    return told;
  }

  /** The releases. */
  public List<Release> releases() {
    return releases.stream()
        .map(
            release ->
                new Release(
                    release.cut(),
                    release.steps(),
                    changes(release.changes(), release.steps()),
                    release.bump(),
                    release.version()))
        .toList();
  }

  private List<JudgedChange> changes(List<JudgedChange> changes, List<Integer> during) {
    return changes.stream()
        .map(
            judged -> new JudgedChange(judged.change(), verdict(judged, during), judged.evidence()))
        .toList();
  }

  private Verdict verdict(JudgedChange judged, List<Integer> during) {
    Verdict verdict = judged.verdict();
    ObjectRef subject = judged.change().subject();
    if (judged.change() instanceof Change.Added) {
      for (Succession each : successions) {
        if (during.contains(each.added()) && each.latter().equals(subject)) {
          verdict = added(verdict, each);
        }
      }
    } else if (judged.change() instanceof Change.Dropped) {
      for (Deprecation each : announced) {
        verdict = each.subject().equals(subject) ? verdict.withNote(each.announcement()) : verdict;
      }
      if (subject.kind() == ObjectKind.TABLE) {
        return tableDropped(verdict, subject, during);
      }
      List<Succession> ends =
          successions.stream()
              .filter(each -> during.contains(each.gone()) && each.former().equals(subject))
              .toList();
      return ends.isEmpty() ? verdict : dropped(verdict, ends);
    }
    return verdict;
  }

  private Verdict added(Verdict verdict, Succession succession) {
    String former = succession.former().display();
    String until = end(succession);
    return verdict
        .retold(verdict.summary() + ", to replace " + former + until, verdict.instead())
        .withNote(evidence(succession));
  }

  private String end(Succession succession) {
    Optional<String> release = succession.open() ? Optional.empty() : release(succession.gone());
    if (release.isPresent()) {
      return ", which goes in " + release.get();
    }
    if (!succession.promised().isEmpty()) {
      return ", which is to go in " + succession.promised();
    }
    return succession.open() ? "" : ", which goes in " + migration(succession.gone());
  }

  private Verdict dropped(Verdict verdict, List<Succession> ends) {
    Succession first = ends.get(0);
    String latter =
        ends.stream().map(each -> each.latter().display()).collect(Collectors.joining(" and "));
    String summary =
        "column %s is gone; %s %s replaced it since %s"
            .formatted(
                first.former().display(),
                latter,
                ends.size() == 1 ? "has" : "have",
                where(first.added()));
    return verdict.retold(summary, "Read and write " + latter).withNote(evidence(first));
  }

  /** Where its values went before it was dropped, as far as statements say. */
  private Verdict tableDropped(Verdict verdict, ObjectRef table, List<Integer> during) {
    List<Succession> carried =
        successions.stream()
            .filter(each -> during.contains(each.gone()))
            .filter(each -> each.former().schema().equals(table.schema()))
            .filter(each -> each.former().parent().equals(table.name()))
            .filter(each -> !each.latter().parent().equals(table.name()))
            .toList();
    if (carried.isEmpty()) {
      return verdict;
    }
    String to =
        carried.stream()
            .map(each -> ObjectRef.table(each.latter().schema(), each.latter().parent()).display())
            .distinct()
            .collect(Collectors.joining(" and "));
    String columns =
        carried.stream()
            .map(each -> each.former().name() + " to " + each.latter().display())
            .collect(Collectors.joining(", "));
    return verdict
        .retold(
            verdict.summary() + "; values of it were copied to " + to + " before",
            verdict.instead())
        .withNote("what was copied: " + columns);
  }

  /** {@code trigger t keeps both in step (migration 24), its values were copied (migration 27)}. */
  private String evidence(Succession succession) {
    return "how it moves: "
        + succession.evidence().stream()
            .map(each -> each.what() + (each.step() < 0 ? "" : " (" + migration(each.step()) + ")"))
            .collect(Collectors.joining(", "));
  }

  private String migration(int step) {
    return "migration " + steps.get(step).step().migration().name();
  }

  /** The release that holds a step, or its migration where it is not released. */
  private String where(int step) {
    return release(step).orElse(migration(step));
  }

  private Optional<String> release(int step) {
    Optional<String> name =
        named.stream()
            .filter(cut -> !cut.line().aside() && cut.through() >= step)
            .map(Cut::name)
            .findFirst();
    return name.isPresent() ? name : told(step);
  }

  private Optional<String> told(int step) {
    return Release.main(releases).stream()
        .filter(release -> release.steps().contains(step))
        .map(release -> release.cut().name())
        .filter(name -> !name.equals(Release.UNRELEASED))
        .findFirst();
  }
}
