package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** A name that SQL keeps for itself. */
final class ReservedWord implements DesignRule {

  @Override
  public String id() {
    return "reserved-word";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  /** PostgreSQL's reserved words, those that may be functions or types included. */
  static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric both case cast "
                  + "check collate column constraint create current_catalog current_date "
                  + "current_role current_time current_timestamp current_user default "
                  + "deferrable desc distinct do else end except false fetch for foreign "
                  + "from grant group having in initially intersect into lateral leading "
                  + "limit localtime localtimestamp not null offset on only or order "
                  + "placing primary references returning select session_user some "
                  + "symmetric system_user table then to trailing true union unique user "
                  + "using variadic when where window with authorization binary collation "
                  + "concurrently cross current_schema freeze full ilike inner is isnull "
                  + "join left like natural notnull outer overlaps right similar "
                  + "tablesample verbose")
              .split(" "));

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema.schema().objects().stream()
        .filter(
            object -> object instanceof Table || object instanceof Column || object instanceof View)
        .filter(object -> !isOfPartition(object, schema))
        .map(SchemaObject::ref)
        .filter(ref -> RESERVED.contains(ref.name()))
        .map(ReservedWord::flaw);
  }

  private static boolean isOfPartition(SchemaObject object, Blueprint schema) {
    return schema.table(object.ref()).filter(table -> table.isPartition()).isPresent();
  }

  private static Flaw flaw(ObjectRef ref) {
    boolean silent = ref.name().equals("user") || ref.name().startsWith("current_");
    return Flaw.of(
        ref,
        ref.kind().label() + " " + ref.display() + " has the name of a reserved word",
        silent
            ? "Without quotes "
                + ref.name()
                + " is the name of the session's role: a statement that forgets them is no error,"
                + " and means something else."
            : "Every statement has to put it in quotes, and whoever forgets is told of a syntax"
                + " error somewhere near it.",
        "Rename it to a word that says more, such as "
            + (ref.parent().isEmpty() ? "a noun for one row" : ref.parent() + "_" + ref.name())
            + ", or live with the quotes.");
  }
}
