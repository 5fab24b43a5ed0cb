package dev.annals.judge.finding;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Calendar;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what pages are about, be it under a former name, and what has happened to it since they
 * were last read: since the migration or day of their {@code reviewed}, else since the day of the
 * commit that last touched them.
 */
public final class Reading {

  private final Story story;
  private final Names names;
  private final Calendar calendar;

  private Reading(Story story) {
    this.story = story;
    this.names = new Names(story.schema());
    this.calendar = new Calendar(story.steps(), story.releases());
  }

  /** The pages of a story with what is found out about each. */
  public static List<Rationale> pages(Story story) {
    Reading reading = new Reading(story);
    return story.rationale().stream().map(reading::judged).toList();
  }

  private Rationale judged(Rationale page) {
    if (page.general()) {
      return page;
    }
    Optional<ObjectRef> about = names.object(page.subject()).or(() -> renamed(page.subject()));
    return about
        .map(ref -> page.judged(List.of(ref), page.stub() ? List.of() : since(page, ref)))
        .orElse(page);
  }

  private Optional<ObjectRef> renamed(String subject) {
    return Fate.of(subject, story)
        .filter(fate -> !fate.now().isEmpty())
        .flatMap(fate -> names.object(fate.now()));
  }

  private List<Lifeline.Event> since(Rationale page, ObjectRef subject) {
    boolean said = !page.reviewed().isEmpty();
    if (said ? !calendar.understands(page.reviewed()) : !page.touched().known()) {
      return List.of();
    }
    Set<String> owners = formerNames(subject);
    List<Lifeline.Event> events = new ArrayList<>();
    for (int i = 0; i < story.steps().size(); i++) {
      boolean later =
          said
              ? calendar.isAfter(i, page.reviewed())
              : calendar.isSurelyAfter(i, page.touched().date());
      List<JudgedChange> changes = later ? story.steps().get(i).changes() : List.of();
      for (int j = 0; j < changes.size(); j++) {
        ObjectRef at = changes.get(j).change().subject();
        boolean about = owners.contains(Dotted.of(at.schema(), at.owner()));
        if (about && changes.get(j).verdict().level() != Level.EQUIVALENT) {
          events.add(new Lifeline.Event(i, j));
        }
      }
    }
    return events;
  }

  private Set<String> formerNames(ObjectRef subject) {
    Set<String> former = new HashSet<>();
    for (Lifeline line : story.lifelines()) {
      if (line.alive() && line.ref().equals(subject)) {
        line.names().forEach(ref -> former.add(Dotted.of(ref.schema(), ref.name())));
      }
    }
    return former;
  }
}
