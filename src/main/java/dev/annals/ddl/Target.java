package dev.annals.ddl;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;

/** How statements call an object: {@code TRIGGER changed ON public.orders}. */
public final class Target {

  private Target() {}

  /** The words after {@code ALTER} or {@code DROP} for the sort of an object. */
  public static String sort(SchemaObject object) {
    if (object instanceof Table table && table.kind() == TableKind.FOREIGN) {
      return "FOREIGN TABLE";
    }
    return switch (object.ref().kind()) {
      case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
      case ENUM, COMPOSITE, RANGE -> "TYPE";
      case REWRITE_RULE -> "RULE";
      case EVENT_TRIGGER -> "EVENT TRIGGER";
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, DOMAIN_CHECK -> "CONSTRAINT";
      default -> object.ref().kind().name();
    };
  }

  /** The name of an object that stands for itself, with arguments where it has some. */
  public static String name(SchemaObject object) {
    ObjectRef ref = object.ref();
    if (object instanceof Routine routine) {
      return Names.name(ref.schema(), routine.name()) + "(" + routine.signature() + ")";
    }
    if (object instanceof Operator operator) {
      return Names.name(ref.schema()) + "." + operator.name() + " (" + operator.signature() + ")";
    }
    return switch (ref.kind()) {
      case CAST -> "(" + ref.name() + ")";
      case SCHEMA, EXTENSION, PUBLICATION, EVENT_TRIGGER -> Names.name(ref.name());
      default -> Names.name(ref.schema(), ref.name());
    };
  }

  /** Sort and name, as {@code COMMENT ON} and {@code DROP} want them. */
  public static String of(SchemaObject object) {
    ObjectRef ref = object.ref();
    String name = Names.name(ref.name());
    return switch (ref.kind()) {
      case COLUMN, ATTRIBUTE -> "COLUMN " + Names.owner(ref) + "." + name;
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, TRIGGER, POLICY, REWRITE_RULE ->
          sort(object) + " " + name + " ON " + Names.owner(ref);
      case DOMAIN_CHECK -> "CONSTRAINT " + name + " ON DOMAIN " + Names.owner(ref);
      default -> sort(object) + " " + name(object);
    };
  }

  /** The statement that gives an object its comment, or takes it away. */
  public static String comment(SchemaObject object) {
    String comment = object.comment();
    return "COMMENT ON " + of(object) + " IS " + (comment.isEmpty() ? "NULL" : Names.text(comment));
  }
}
