package dev.annals.judge.design;

import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** An index that is kept and never used. */
final class InvalidIndex implements DesignRule {

  @Override
  public String id() {
    return "invalid-index";
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
        .schema()
        .all(Index.class)
        .filter(index -> !index.valid())
        .map(
            index ->
                Flaw.of(
                    index.ref(),
                    "index " + index.ref().display() + " is not valid",
                    "Writes to "
                        + ObjectRef.table(index.schema(), index.table()).display()
                        + " keep it, no query uses it"
                        + (index.unique() ? ", and it may not keep duplicates out." : "."),
                    "Build it again with REINDEX INDEX CONCURRENTLY; an index made ON ONLY a"
                        + " partitioned table wants one attached for every partition."));
  }
}
