package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Publication;
import java.util.List;
import java.util.Optional;

/** A publication that sends less: fewer operations, schemas, tables or generated columns. */
final class PublicationNarrowed implements VerdictRule {

  @Override
  public String id() {
    return "publication-narrowed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return PublicationWords.scope(change)
        .filter(altered -> !lost(altered).isEmpty())
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(SILENT)
                    .note("Subscribers keep what they have, and miss what happens from now on")
                    .says(the(altered.after()) + " no longer sends " + what(altered)));
  }

  /** What it sent before and does not now; the fact itself, where that is no list. */
  static List<String> lost(Alteration<Publication> altered) {
    return PublicationWords.without(altered.from(), altered.to());
  }

  private static String what(Alteration<Publication> altered) {
    return PublicationWords.scope(altered.property(), lost(altered));
  }
}
