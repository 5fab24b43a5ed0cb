package dev.annals.judge.diff;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectRef;
import java.util.List;
import java.util.Map;

/**
 * All that a comparison of two snapshots found.
 *
 * @param pairing which objects are the same
 * @param changes the facts, in order
 * @param addedWith for a new object that is no fact of its own, the new object that holds it
 * @param droppedWith likewise for what is gone
 * @param echoes what happened to columns that others have from elsewhere, and is no fact of its own
 */
record Comparison(
    Pairing pairing,
    List<Change> changes,
    Map<ObjectRef, ObjectRef> addedWith,
    Map<ObjectRef, ObjectRef> droppedWith,
    List<Inherited.Echo> echoes) {}
