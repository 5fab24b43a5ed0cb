package dev.annals.judge.diff;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Lifeline;
import java.util.ArrayList;
import java.util.List;

/** A lifeline that is still being followed. */
final class Life {

  private final int id;
  private final int born;
  private final List<ObjectRef> names = new ArrayList<>(1);
  private final List<Lifeline.Event> events = new ArrayList<>(2);
  private int gone = -1;

  Life(int id, int born, ObjectRef name) {
    this.id = id;
    this.born = born;
    this.names.add(name);
  }

  /** One that was followed up to somewhere, to be followed on. */
  Life(Lifeline sofar) {
    this(sofar.id(), sofar.born(), sofar.names().get(0));
    names.addAll(sofar.names().subList(1, sofar.names().size()));
    events.addAll(sofar.events());
    gone = sofar.gone();
  }

  /** It is found at this address now. */
  void seenAt(ObjectRef name) {
    if (!names.get(names.size() - 1).equals(name)) {
      names.add(name);
    }
  }

  /** One change of a step is about it. */
  void event(int step, int change) {
    events.add(new Lifeline.Event(step, change));
  }

  /** It was dropped by this step. */
  void end(int step) {
    gone = step;
  }

  /** The lifeline as it is known by now. */
  Lifeline toLifeline() {
    return new Lifeline(id, names, born, gone, events);
  }
}
