package dev.annals.judge.design;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A foreign key that would set null what takes none. */
final class SetNullOnRequired implements DesignRule {

  @Override
  public String id() {
    return "set-null-on-required";
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
        .foreignKeys()
        .filter(key -> key.onDelete().startsWith("SET NULL") || key.onUpdate().equals("SET NULL"))
        .flatMap(key -> flaw(key, schema).stream());
  }

  private static Optional<Flaw> flaw(ForeignKey key, Blueprint schema) {
    List<String> only =
        key.onDelete().endsWith(")")
            ? List.of(key.onDelete().replaceAll(".*\\((.*)\\)", "$1").split(", "))
            : key.columns();
    List<String> required =
        only.stream()
            .filter(
                name ->
                    schema
                        .schema()
                        .column(key.schema(), key.table(), name)
                        .filter(column -> !column.nullable())
                        .isPresent())
            .toList();
    String target = Wording.target(key).display();
    return required.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.of(
                    key.ref(),
                    "foreign key "
                        + key.ref().display()
                        + " sets "
                        + Wording.list(required)
                        + " to null, which is NOT NULL",
                    "Deleting a row of "
                        + target
                        + " that is referred to fails every time, with an"
                        + " error about a null in "
                        + key.table()
                        + ".",
                    "Let the column take null, or say what is meant: ON DELETE RESTRICT or CASCADE.")
                .and(Wording.target(key)));
  }
}
