package dev.annals.judge.diff;

import dev.annals.model.schema.SchemaObject;
import java.util.List;

/**
 * Which objects of two schemas are the same ones.
 *
 * @param origins where each object was
 * @param pairs the pairs that are not the very same instance
 * @param lost objects that are there no more
 * @param found objects that were not there before
 * @param renames the names that changed
 */
record Pairing(
    Origins origins,
    List<Pair> pairs,
    List<SchemaObject> lost,
    List<SchemaObject> found,
    Renames renames) {

  /**
   * One object before and after.
   *
   * @param before it, as it was
   * @param after it, as it is
   * @param recreated it was dropped and made again
   */
  record Pair(SchemaObject before, SchemaObject after, boolean recreated) {}
}
