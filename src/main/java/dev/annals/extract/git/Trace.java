package dev.annals.extract.git;

import dev.annals.model.history.Commit;
import java.util.List;

/**
 * What git says about one file.
 *
 * @param introduced the commit that brought it; {@link Commit#UNKNOWN} where git does not say
 * @param edits the commits that changed its content later, oldest first
 */
public record Trace(Commit introduced, List<Commit> edits) {

  /** Nothing is known. */
  public static final Trace NONE = new Trace(Commit.UNKNOWN, List.of());

  public Trace {
    edits = List.copyOf(edits);
  }

  /** The commit that touched it last. */
  public Commit last() {
    return edits.isEmpty() ? introduced : edits.get(edits.size() - 1);
  }
}
