package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.Work;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import dev.annals.script.SqlScript;
import java.util.stream.Stream;

/** An index is built while nobody can write. */
final class BlockingIndexBuild implements SafetyRule {

  @Override
  public String id() {
    return "blocking-index-build";
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
  public Stream<Hazard> find(Passage passage) {
    return Stream.concat(
        Tolls.of(passage, toll -> isBuilt(toll, passage, Index.class))
            .map(
                tolls ->
                    hazard(
                        tolls,
                        "Nobody can write to the table until the index has all its rows.",
                        "CREATE INDEX CONCURRENTLY, in a migration of its own, lets others write"
                            + " meanwhile.")),
        Tolls.of(
                passage,
                toll ->
                    isBuilt(toll, passage, Key.class) || isBuilt(toll, passage, Exclusion.class))
            .map(
                tolls ->
                    hazard(
                        tolls,
                        "Nobody can read or write the table until its index has all rows.",
                        "CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX"
                            + " in a later migration, which builds nothing.")));
  }

  private static Hazard hazard(Tolls tolls, String why, String instead) {
    return tolls.hazard(
        "this builds an index on " + tolls.on() + " under lock: " + tolls.what(), why, instead);
  }

  private static boolean isBuilt(Toll toll, Passage passage, Class<?> sort) {
    boolean blocks =
        passage.observation().transactional()
            ? toll.lock().blocksWriters()
            : !isConcurrent(toll, passage.script());
    return blocks
        && toll.has(Work.INDEX_BUILD)
        && toll.judged().change() instanceof Change.Added added
        && sort.isInstance(added.object());
  }

  private static boolean isConcurrent(Toll toll, SqlScript script) {
    return script
        .at(toll.line())
        .filter(each -> each.code().matches("(?is).*\\bconcurrently\\b.*"))
        .isPresent();
  }
}
