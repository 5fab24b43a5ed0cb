package dev.annals.judge.design;

import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A function with its owner's rights and its caller's names. */
final class DefinerSearchPath implements DesignRule {

  @Override
  public String id() {
    return "definer-search-path";
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
        .schema()
        .all(Routine.class)
        .filter(Routine::securityDefiner)
        .filter(
            routine ->
                routine.configuration().stream().noneMatch(each -> each.startsWith("search_path=")))
        .filter(routine -> !routine.body().isBlank())
        .map(
            routine ->
                Flaw.of(
                        routine.ref(),
                        routine.kind()
                            + " "
                            + routine.ref().display()
                            + " runs with the rights of "
                            + "its owner and the search path of its caller",
                        "Whoever may call it can put a table or function of the same name in front,"
                            + " and have that used with the owner's rights.",
                        "ALTER ROUTINE "
                            + routine.ref().display()
                            + " SET search_path = pg_catalog, "
                            + routine.schema()
                            + ", pg_temp;")
                    .because(Property.SECURITY, Property.CONFIGURATION));
  }
}
