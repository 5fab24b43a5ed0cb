package dev.annals.judge.design;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/**
 * A rule that looks for one sort of weakness in a schema as it stands, whatever led to it. Each is
 * one small class, registered once in {@link DesignCatalogue}, with a folder of the same id under
 * {@code examples/design}.
 */
public interface DesignRule {

  /** Its id, in kebab case: {@code foreign-key-without-index}. */
  String id();

  /** How much it matters where it is right. */
  Severity severity();

  /** How often it is right. */
  Confidence confidence();

  /** What it finds, in any order. */
  Stream<Flaw> find(Blueprint schema);
}
