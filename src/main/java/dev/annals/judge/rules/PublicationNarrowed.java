package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
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
    return Facts.altered(
            change,
            Publication.class,
            Property.ALL_TABLES,
            Property.SCHEMAS,
            Property.PUBLISHES,
            Property.PUBLISHED_GENERATED)
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
    List<String> now = Alteration.items(altered.to());
    return Alteration.items(altered.from()).stream().filter(item -> !now.contains(item)).toList();
  }

  private static String what(Alteration<Publication> altered) {
    List<String> lost = lost(altered);
    return switch (altered.property()) {
      case ALL_TABLES -> "all tables";
      case SCHEMAS ->
          "all tables of " + (lost.size() == 1 ? "schema " : "schemas ") + Words.list(lost);
      case PUBLISHED_GENERATED -> "generated columns";
      default -> Words.list(lost);
    };
  }
}
