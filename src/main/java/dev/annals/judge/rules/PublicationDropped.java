package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Publication;
import java.util.Optional;

/** A publication that is gone. */
final class PublicationDropped implements VerdictRule {

  @Override
  public String id() {
    return "publication-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Publication.class)
        .map(
            publication ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .reversible(WITH_CARE)
                    .note("Subscribers receive nothing more, and fail when they ask for it")
                    .instead(
                        "Drop it once no subscription names it: ALTER SUBSCRIPTION … SET PUBLICATION")
                    .says(the(publication) + " is gone"));
  }
}
