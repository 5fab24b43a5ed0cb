package dev.annals.model.story;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;

/** What a live database has otherwise than its migrations say, in words. */
public final class Drift {

  private Drift() {}

  /** A difference in words; the replayed schema is before, the live one after. */
  public static String words(Change change) {
    ObjectRef ref = change.subject();
    String subject = ref.kind().label() + " " + ref.display();
    if (change instanceof Change.Added) {
      return subject + " is there and in no migration";
    }
    if (change instanceof Change.Dropped) {
      return subject + " is missing";
    }
    if (!(change instanceof Change.Altered altered)) {
      return subject + " is not the one that migrations make";
    }
    if (altered.property() == Property.NULLABLE) {
      return altered.to().isEmpty()
          ? subject + " takes no null, migrations say that it does"
          : subject + " takes null, migrations say that it does not";
    }
    return "the "
        + altered.property().label()
        + " of "
        + subject
        + " is "
        + text(altered.property(), altered.to())
        + ", migrations say "
        + text(altered.property(), altered.from());
  }

  private static String text(Property property, String value) {
    return value.isEmpty() ? "empty" : property == Property.COMMENT ? '"' + value + '"' : value;
  }
}
