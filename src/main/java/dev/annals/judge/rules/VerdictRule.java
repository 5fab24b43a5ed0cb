package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/**
 * A rule that judges one kind of change. Each is one small class, registered once in {@link
 * RuleCatalogue}, with a folder of the same id under {@code examples/rules}.
 */
public interface VerdictRule {

  /** Its id, in kebab case: {@code column-dropped}. */
  String id();

  /**
   * Its verdict on a change.
   *
   * @return nothing where the change is none of its business
   */
  Optional<Verdict> judge(Change change, ChangeContext context);
}
