package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A foreign key of several columns that one null switches off. */
final class PartlyNullForeignKey implements DesignRule {

  @Override
  public String id() {
    return "partly-null-foreign-key";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .foreignKeys()
        .filter(key -> key.columns().size() > 1 && key.match().equals("SIMPLE"))
        .flatMap(key -> flaw(key, schema).stream());
  }

  private static Optional<Flaw> flaw(ForeignKey key, Blueprint schema) {
    List<Column> columns =
        key.columns().stream()
            .flatMap(name -> schema.schema().column(key.schema(), key.table(), name).stream())
            .toList();
    List<String> open = columns.stream().filter(Column::nullable).map(Column::name).toList();
    if (open.isEmpty() || (key.columns().size() == 2 && open.size() == 1)) {
      // one optional part beside one that other keys share is how tenants are kept apart
      return open.isEmpty() ? Optional.empty() : shared(key, open, schema);
    }
    return Optional.of(flaw(key, open));
  }

  private static Optional<Flaw> shared(ForeignKey key, List<String> open, Blueprint schema) {
    boolean shares =
        schema.schema().foreignKeys(key.schema(), key.table()).stream()
            .anyMatch(
                other ->
                    !other.equals(key)
                        && other.columns().stream()
                            .anyMatch(
                                name -> key.columns().contains(name) && !open.contains(name)));
    return shares ? Optional.empty() : Optional.of(flaw(key, open));
  }

  private static Flaw flaw(ForeignKey key, List<String> open) {
    return Flaw.of(
            key.ref(),
            "foreign key "
                + key.ref().display()
                + " is not checked where "
                + Wording.list(open)
                + (open.size() == 1 ? " is null" : " is null in part"),
            "With one null the other columns may hold anything, and nobody asks whether "
                + Wording.target(key).display()
                + " has it.",
            "Declare it MATCH FULL, make its columns NOT NULL, or add a check that they are null"
                + " together.")
        .and(Wording.target(key));
  }
}
