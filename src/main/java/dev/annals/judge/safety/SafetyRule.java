package dev.annals.judge.safety;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/**
 * A rule that looks for one sort of danger in the way a migration changes a database that is in
 * use. Each is one small class, registered once in {@link SafetyCatalogue}, with a folder of the
 * same id under {@code examples/safety}. What a server was seen to do counts for more than what a
 * file says.
 */
public interface SafetyRule {

  /** Its id, in kebab case: {@code table-rewrite}. */
  String id();

  /** How much it matters where it is right. */
  Severity severity();

  /** How often it is right. */
  Confidence confidence();

  /** What it finds in one migration, in any order. */
  Stream<Hazard> find(Passage passage);
}
