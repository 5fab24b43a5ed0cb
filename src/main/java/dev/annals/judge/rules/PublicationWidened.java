package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import java.util.Optional;

/** A publication that sends more, and nothing less. */
final class PublicationWidened implements VerdictRule {

  @Override
  public String id() {
    return "publication-widened";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return PublicationWords.scope(change)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .note(note(altered.property()))
                    .says(the(altered.after()) + " sends " + what(altered) + ", too"));
  }

  private static String note(Property property) {
    return switch (property) {
      case PUBLISHES -> "Subscribers carry out what they did not before";
      case PUBLISHED_GENERATED ->
          "Subscribers stop where the column is not there, or is generated there, too";
      default -> "Subscribers stop at the next REFRESH PUBLICATION if they lack one of the tables";
    };
  }

  private static String what(Alteration<Publication> altered) {
    return PublicationWords.scope(
        altered.property(), PublicationWords.without(altered.to(), altered.from()));
  }
}
