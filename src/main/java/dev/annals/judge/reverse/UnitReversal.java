package dev.annals.judge.reverse;

import dev.annals.ddl.Names;
import dev.annals.ddl.Target;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.View;
import java.util.Set;

/** Sets what stands for itself, and is no table, back to what it was. */
final class UnitReversal {

  private final Draft draft;
  private final Recreation recreation;

  UnitReversal(Draft draft, Recreation recreation) {
    this.draft = draft;
    this.recreation = recreation;
  }

  /** Writes what is needed for one property; {@code properties} are all that changed. */
  void back(SchemaObject before, SchemaObject after, Property property, Set<Property> properties) {
    if (before instanceof Routine routine && after instanceof Routine now) {
      routine(routine, now, properties);
    } else if (before instanceof Sequence sequence) {
      sequence(sequence);
    } else if (before instanceof View view && after instanceof View now) {
      view(view, now, property);
    } else if (before instanceof Publication publication) {
      new PublicationReversal(publication, (Publication) after, draft, recreation)
          .back(property, properties);
    } else if (before instanceof Collation) {
      again(recreation.isNamed(before, before.ref().name()), before, after);
    } else if (before instanceof Operator operator) {
      again(recreation.isCalled(operator), before, after);
    } else if (before instanceof Cast) {
      again(false, before, after);
    } else if (before instanceof Domain domain) {
      domain(domain, property);
    } else if (before instanceof Attribute attribute && property == Property.TYPE) {
      draft.add(
          Phase.ALTER,
          "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s"
              .formatted(
                  Names.owner(attribute.ref()), Names.name(attribute.name()), attribute.type()));
    } else {
      draft.byHand();
    }
  }

  private void routine(Routine before, Routine after, Set<Property> properties) {
    if (before.definition().isEmpty() || after.definition().isEmpty()) {
      draft.byHand();
      return;
    }
    boolean replaced =
        !properties.contains(Property.ARGUMENTS)
            && !properties.contains(Property.RETURNS)
            && !properties.contains(Property.KIND);
    if (replaced) {
      // the order of its phases: after the names it uses, before what calls it
      draft.add(Phase.READERS_COME, before.definition().strip());
      return;
    }
    draft.add(Phase.READERS_GO, "DROP " + Target.of(after));
    recreation.unit(before);
  }

  /** What can be said only when it is made; nothing may use it then. */
  private void again(boolean used, SchemaObject before, SchemaObject after) {
    if (used) {
      draft.byHand();
      return;
    }
    draft.add(Phase.TABLES_GO, "DROP " + Target.of(after));
    recreation.unit(before);
  }

  private void sequence(Sequence s) {
    String owner = s.ownedBy().isEmpty() ? "NONE" : Names.column(s.ownedBy());
    draft.add(
        Phase.ALTER,
        "ALTER SEQUENCE %s AS %s\n  %s%s OWNED BY %s"
            .formatted(
                Target.name(s),
                s.type(),
                UnitDdl.settings(s),
                s.cycle() ? "" : " NO CYCLE",
                owner));
  }

  private void view(View before, View after, Property property) {
    String head = "ALTER " + Target.of(before);
    switch (property) {
      case OPTIONS ->
          draft.add(
              Phase.READERS_COME, TableReversal.options(head, before.options(), after.options()));
      case POPULATED ->
          draft.add(
              Phase.READERS_COME,
              "REFRESH " + Target.of(before) + (before.populated() ? "" : " WITH NO DATA"));
      case UPDATABLE -> draft.nothing();
      default -> draft.byHand();
    }
  }

  private void domain(Domain before, Property property) {
    String head = "ALTER " + Target.of(before) + " ";
    switch (property) {
      case DEFAULT ->
          draft.add(
              Phase.ALTER,
              head
                  + (before.defaultValue().isEmpty()
                      ? "DROP DEFAULT"
                      : "SET DEFAULT " + before.defaultValue()));
      case NULLABLE ->
          draft.add(Phase.ALTER, head + (before.nullable() ? "DROP" : "SET") + " NOT NULL");
      default -> draft.byHand();
    }
  }
}
