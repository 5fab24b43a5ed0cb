package dev.annals.judge.design;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** Two foreign keys that say the same. */
final class DuplicateForeignKey implements DesignRule {

  @Override
  public String id() {
    return "duplicate-foreign-key";
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
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .foreignKeys()
        .flatMap(
            key ->
                schema.schema().foreignKeys(key.schema(), key.table()).stream()
                    .filter(other -> other.name().compareTo(key.name()) < 0)
                    .filter(other -> other.columns().equals(key.columns()))
                    .filter(other -> other.target().equals(key.target()))
                    .limit(1)
                    .map(other -> flaw(key, other)));
  }

  private static Flaw flaw(ForeignKey key, ForeignKey other) {
    boolean same = key.onDelete().equals(other.onDelete());
    return Flaw.of(
            key.ref(),
            "foreign key " + key.ref().display() + " says what " + other.name() + " says",
            same
                ? "Each write checks both."
                : "On delete the one says "
                    + other.onDelete()
                    + " and the other "
                    + key.onDelete()
                    + ": which comes first is decided by their names.",
            "Drop one: ALTER TABLE "
                + Wording.sql(ObjectRef.table(key.schema(), key.table()))
                + " DROP CONSTRAINT "
                + Wording.sql(key.name())
                + ";")
        .and(other.ref());
  }
}
