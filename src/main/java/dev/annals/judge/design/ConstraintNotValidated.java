package dev.annals.judge.design;

import dev.annals.model.schema.Check;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A constraint that old rows were never held to. */
final class ConstraintNotValidated implements DesignRule {

  @Override
  public String id() {
    return "constraint-not-validated";
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
    Stream<Flaw> checks =
        schema
            .schema()
            .all(Check.class)
            .filter(check -> !check.validated() && check.enforced())
            .map(check -> flaw(check.ref()));
    Stream<Flaw> keys =
        schema
            .schema()
            .all(ForeignKey.class)
            .filter(key -> !key.validated() && key.enforced())
            .map(key -> flaw(key.ref()));
    return Stream.concat(checks, keys);
  }

  private static Flaw flaw(ObjectRef ref) {
    return Flaw.of(
            ref,
            ref.kind().label() + " " + ref.display() + " was never validated",
            "Rows that are older than it may break it, so that neither readers nor the planner can rely"
                + " on it; updating such a row for another reason fails.",
            "Mend the rows that break it, then: ALTER TABLE "
                + Wording.sql(ObjectRef.table(ref.schema(), ref.parent()))
                + " VALIDATE CONSTRAINT "
                + Wording.sql(ref.name())
                + "; others read and write meanwhile.")
        .because(Property.VALIDATED);
  }
}
