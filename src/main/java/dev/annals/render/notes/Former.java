package dev.annals.render.notes;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** What was there before a release: nobody waits for a table that it makes itself. */
public final class Former {

  private Former() {}

  /** Relations that are older than the release, under all their names. */
  public static Set<ObjectRef> relations(Chronicle chronicle, Release release) {
    Set<ObjectRef> old = new HashSet<>();
    if (release.steps().isEmpty()) {
      return old;
    }
    Set<Integer> own = Set.copyOf(release.steps());
    int last = Collections.max(own);
    for (Lifeline line : chronicle.lifelines()) {
      boolean before = line.born() < last && !own.contains(line.born());
      boolean then = before && (line.alive() || line.gone() > last || own.contains(line.gone()));
      if (then && line.ref().kind().isRelation()) {
        line.names().forEach(name -> old.add(ObjectRef.table(name.schema(), name.name())));
      }
    }
    return old;
  }

  /** True where a lock was taken on one of them. */
  public static boolean holds(Set<ObjectRef> relations, ObjectRef locked) {
    return relations.contains(ObjectRef.table(locked.schema(), locked.name()));
  }
}
