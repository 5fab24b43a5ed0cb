package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Two indexes that can do the same. */
final class DuplicateIndex implements DesignRule {

  @Override
  public String id() {
    return "duplicate-index";
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
    return schema.tables().flatMap(table -> of(schema.accesses(table)));
  }

  private static Stream<Flaw> of(List<Access> accesses) {
    return accesses.stream()
        .flatMap(
            spare ->
                accesses.stream()
                    .filter(kept -> !kept.equals(spare) && replaces(kept, spare))
                    .filter(kept -> !replaces(spare, kept) || isRather(kept, spare))
                    .limit(1)
                    .map(kept -> flaw(spare, kept)));
  }

  private static boolean replaces(Access kept, Access spare) {
    return kept.valid()
        && kept.method().equals(spare.method())
        && kept.keys().equals(spare.keys())
        && kept.predicate().equals(spare.predicate())
        && kept.include().containsAll(spare.include())
        && (kept.unique() || !spare.unique())
        && (!spare.unique()
            || kept.primary()
            || kept.nullsNotDistinct() == spare.nullsNotDistinct());
  }

  /** Of two alike the primary key stays, then a constraint, then the first by name. */
  private static boolean isRather(Access one, Access other) {
    if (one.primary() != other.primary()) {
      return one.primary();
    }
    if (one.constraint() != other.constraint()) {
      return one.constraint();
    }
    return one.ref().name().compareTo(other.ref().name()) < 0;
  }

  private static Flaw flaw(Access spare, Access kept) {
    String table = ObjectRef.table(spare.ref().schema(), spare.ref().parent()).display();
    String what = spare.ref().kind().label() + " " + spare.ref().name();
    String other = kept.ref().kind().label() + " " + kept.ref().name();
    return Flaw.of(
            spare.ref(),
            what + " of " + table + " does what " + other + " does",
            "Both keep "
                + Wording.keys(spare.keys())
                + ": each write to "
                + table
                + " pays for it twice, and nothing is found faster.",
            spare.constraint()
                ? "Drop the constraint " + spare.ref().name() + "."
                : "DROP INDEX CONCURRENTLY "
                    + Wording.sql(ObjectRef.table(spare.ref().schema(), spare.ref().name()))
                    + ";")
        .and(kept.ref());
  }
}
