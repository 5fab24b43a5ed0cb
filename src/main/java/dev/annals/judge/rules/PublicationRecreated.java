package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Publication;
import java.util.Optional;

/** A publication that was dropped and created again. */
final class PublicationRecreated implements VerdictRule {

  @Override
  public String id() {
    return "publication-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, Publication.class)
        .map(
            pair ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(
                        PublicationAdded.lists(pair.after(), context)
                            ? SHARE_UPDATE_EXCLUSIVE
                            : Lock.NONE)
                    .note("What is written while there is none can stop its subscribers")
                    .says(the(pair.after()) + " was dropped and created again"));
  }
}
