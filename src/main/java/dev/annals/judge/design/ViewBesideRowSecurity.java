package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A view that shows rows which policies hide. */
final class ViewBesideRowSecurity implements DesignRule {

  @Override
  public String id() {
    return "view-beside-row-security";
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
        .schema()
        .all(View.class)
        .filter(
            view -> !view.options().getOrDefault("security_invoker", "").matches("true|on|1|yes"))
        .flatMap(
            view ->
                schema
                    .tables()
                    .filter(
                        table ->
                            table.rowSecurity()
                                && !(table.forceRowSecurity()
                                    && table.owner().equals(view.owner())))
                    .filter(table -> view.uses().contains(table.ref().qualified()))
                    .map(table -> flaw(view, table)));
  }

  private static Flaw flaw(View view, Table table) {
    return Flaw.of(
            view.ref(),
            view.ref().kind().label()
                + " "
                + view.ref().display()
                + " shows rows of "
                + table.ref().display()
                + " past its policies",
            "It reads the table with the rights of its owner, for whom row-level security does not"
                + " hold: who may read the view sees every row.",
            view.materialized()
                ? "Grant it to nobody who may not see all rows."
                : "ALTER VIEW "
                    + Wording.sql(view.ref())
                    + " SET (security_invoker = true); from"
                    + " PostgreSQL 15 on.")
        .and(table.ref());
  }
}
