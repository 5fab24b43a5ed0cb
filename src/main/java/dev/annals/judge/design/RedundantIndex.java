package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** An index that is the beginning of another. */
final class RedundantIndex implements DesignRule {

  @Override
  public String id() {
    return "redundant-index";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
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
        .filter(spare -> !spare.unique() && spare.method().equals("btree"))
        .flatMap(
            spare ->
                accesses.stream()
                    .filter(kept -> replaces(kept, spare))
                    .limit(1)
                    .map(kept -> flaw(spare, kept)));
  }

  private static boolean replaces(Access kept, Access spare) {
    return kept.valid()
        && kept.method().equals("btree")
        && spare.begins(kept)
        && kept.keys().size() > spare.keys().size()
        && kept.predicate().equals(spare.predicate())
        && Stream.concat(kept.columns().stream(), kept.include().stream())
            .toList()
            .containsAll(spare.include());
  }

  private static Flaw flaw(Access spare, Access kept) {
    String table = ObjectRef.table(spare.ref().schema(), spare.ref().parent()).display();
    return Flaw.of(
            spare.ref(),
            "index "
                + spare.ref().name()
                + " of "
                + table
                + " is the beginning of "
                + kept.ref().kind().label()
                + " "
                + kept.ref().name(),
            "What "
                + Wording.keys(spare.keys())
                + " finds, "
                + Wording.keys(kept.keys())
                + " finds, too; each write to "
                + table
                + " keeps both.",
            "DROP INDEX CONCURRENTLY "
                + Wording.sql(ObjectRef.table(spare.ref().schema(), spare.ref().name()))
                + "; unless it is there because it is so much smaller.")
        .and(kept.ref())
        .doubtfulIf(kept.keys().size() > spare.keys().size() + 1);
  }
}
