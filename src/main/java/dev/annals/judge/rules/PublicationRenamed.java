package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Publication;
import java.util.Optional;

/** A publication under another name. */
final class PublicationRenamed implements VerdictRule {

  @Override
  public String id() {
    return "publication-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Publication.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .note("Subscriptions name the publication, and do not follow it")
                    .instead("Make a second one, move the subscriptions to it, then drop the first")
                    .says(the(pair.before()) + " is now called " + pair.after().name()));
  }
}
