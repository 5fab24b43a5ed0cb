package dev.annals.judge.design;

import dev.annals.model.schema.Index;
import dev.annals.model.schema.View;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A materialized view that keeps readers waiting. */
final class UnrefreshableView implements DesignRule {

  @Override
  public String id() {
    return "unrefreshable-view";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .schema()
        .all(View.class)
        .filter(View::materialized)
        .filter(
            view ->
                schema.schema().partsOf(view.schema(), view.name(), Index.class).stream()
                    .noneMatch(
                        index -> index.unique() && index.valid() && index.predicate().isEmpty()))
        .map(
            view ->
                Flaw.of(
                    view.ref(),
                    "materialized view " + view.ref().display() + " has no unique index",
                    "It cannot be refreshed CONCURRENTLY: readers wait until each refresh is done.",
                    "CREATE UNIQUE INDEX ON "
                        + Wording.sql(view.ref())
                        + " (…); over the columns"
                        + " that tell its rows apart."));
  }
}
