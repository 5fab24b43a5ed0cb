package dev.annals.judge.diff;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectRef;
import java.util.Comparator;

/** The order of changes: by owner, the owner itself first, then kind, name and sort of change. */
final class ChangeOrder implements Comparator<Change> {

  static final ChangeOrder INSTANCE = new ChangeOrder();

  private static final Comparator<Change> ORDER =
      Comparator.<Change, String>comparing(change -> change.subject().schema())
          .thenComparing(change -> change.subject().owner())
          .thenComparing(change -> change.subject().parent())
          .thenComparing(Change::subject, Comparator.comparing(ObjectRef::kind))
          .thenComparing(change -> change.subject().name())
          .thenComparingInt(ChangeOrder::rank);

  private ChangeOrder() {}

  @Override
  public int compare(Change a, Change b) {
    return ORDER.compare(a, b);
  }

  private static int rank(Change change) {
    if (change instanceof Change.Dropped) {
      return 0;
    }
    if (change instanceof Change.Renamed) {
      return 1;
    }
    if (change instanceof Change.Recreated) {
      return 2;
    }
    if (change instanceof Change.Altered) {
      return 4;
    }
    return 3;
  }
}
