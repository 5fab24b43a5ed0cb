package dev.annals.judge.safety;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A migration waits for locks as long as it takes, and everybody queues behind it. */
final class MissingLockTimeout implements SafetyRule {

  private static final String WHY =
      "While it waits for one long query to end, everybody who comes later waits behind it: a lock"
          + " that would be held for a moment stops the table for minutes.";
  private static final String INSTEAD =
      "SET LOCAL lock_timeout = (some seconds) before the first statement, and run the migration"
          + " again where it gives up.";

  @Override
  public String id() {
    return "missing-lock-timeout";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    List<ObjectRef> locked = passage.locked();
    if (locked.isEmpty()
        || Journey.limitsItsLocks(passage.migration())
        || passage.journey().beginsLimited(passage.index())) {
      return Stream.empty();
    }
    int first = passage.journey().firstTimeout();
    List<String> names = locked.stream().map(ObjectRef::display).toList();
    if (first >= 0 && passage.index() > first) {
      return Stream.of(
          new Hazard(
              locked,
              "this locks "
                  + Phrases.few(names)
                  + " and sets no lock_timeout, as other migrations do",
              WHY,
              INSTEAD,
              passage.lines().of(locked.get(0))));
    }
    return first < 0 && isLast(passage)
        ? Stream.of(
            new Hazard(
                    locked,
                    "no migration limits how long it waits for locks; this one locks "
                        + Phrases.few(names),
                    WHY,
                    INSTEAD
                        + " Or set it for the role that migrates: ALTER ROLE … SET lock_timeout.",
                    passage.lines().of(locked.get(0)))
                .mildIf(true))
        : Stream.empty();
  }

  /** Where nobody does it, it is told once. */
  private static boolean isLast(Passage passage) {
    return passage.journey().passages().stream()
        .skip(passage.index() + 1L)
        .allMatch(later -> later.locked().isEmpty());
  }
}
