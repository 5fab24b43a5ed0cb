package dev.annals.app.diff;

import dev.annals.model.history.Migration;
import java.util.List;

/**
 * The branch that a change goes to, as it is today.
 *
 * @param name what it is called
 * @param migrations its migrations; none where it is the base
 */
record Theirs(String name, List<Migration> migrations) {

  static final Theirs NONE = new Theirs("", List.of());

  Theirs {
    migrations = List.copyOf(migrations);
  }
}
