package dev.annals.judge.safety;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.schema.ObjectRef;

/**
 * What one change was seen to cost the users of a table that they use already.
 *
 * @param judged the change
 * @param table the table, under its name before the migration
 * @param line the line that makes the change; 0 where it cannot be told
 */
record Toll(JudgedChange judged, ObjectRef table, int line) {

  boolean has(Work work) {
    return judged.verdict().work().contains(work);
  }

  Lock lock() {
    return judged.verdict().lock();
  }

  String rule() {
    return judged.verdict().rule();
  }

  ObjectRef subject() {
    return judged.change().subject();
  }
}
