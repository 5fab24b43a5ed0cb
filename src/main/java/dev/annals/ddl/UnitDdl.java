package dev.annals.ddl;

import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Composite;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Extension;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.RangeType;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statement that makes an object that stands for itself. */
public final class UnitDdl {

  private UnitDdl() {}

  /** The statement, without a semicolon; empty where the schema does not say enough. */
  public static String create(Schema schema, SchemaObject object) {
    String name = Target.name(object);
    if (object instanceof Table table) {
      return new TableDdl(schema, table).create(false);
    }
    if (object instanceof View view) {
      return view(view, "CREATE ");
    }
    if (object instanceof Routine routine) {
      return routine.definition().strip();
    }
    if (object instanceof Sequence sequence) {
      return "CREATE SEQUENCE " + name + " AS " + sequence.type() + "\n  " + settings(sequence);
    }
    if (object instanceof Domain domain) {
      return domain(schema, domain, name);
    }
    if (object instanceof RangeType range) {
      String more = range.definition().isEmpty() ? "" : ", " + range.definition();
      return "CREATE TYPE " + name + " AS RANGE (subtype = " + range.subtype() + more + ")";
    }
    if (object instanceof EnumType type) {
      List<String> values =
          schema.partsOf(type.schema(), type.name(), EnumValue.class).stream()
              .map(value -> Names.text(value.name()))
              .toList();
      return "CREATE TYPE " + name + " AS ENUM (\n  " + String.join(",\n  ", values) + "\n)";
    }
    if (object instanceof Composite type) {
      List<String> attributes =
          schema.partsOf(type.schema(), type.name(), Attribute.class).stream()
              .map(PartDdl::attribute)
              .toList();
      return "CREATE TYPE " + name + " AS (\n  " + String.join(",\n  ", attributes) + "\n)";
    }
    if (object instanceof Extension extension) {
      return "CREATE EXTENSION %s SCHEMA %s VERSION %s"
          .formatted(name, Names.name(extension.schema()), Names.text(extension.version()));
    }
    if (object instanceof Publication publication) {
      return PublicationDdl.create(publication);
    }
    if (object instanceof EventTrigger trigger) {
      return eventTrigger(trigger, name);
    }
    if (object instanceof Operator operator) {
      return operator(operator);
    }
    if (object instanceof Cast cast) {
      return cast(cast);
    }
    if (object instanceof Collation collation) {
      return collation(collation, name);
    }
    return object instanceof Namespace ? "CREATE SCHEMA " + name : "";
  }

  /**
   * A view's statement.
   *
   * @param verb {@code CREATE } or {@code CREATE OR REPLACE }
   */
  public static String view(View view, String verb) {
    String options =
        view.options().isEmpty() ? "" : " WITH (" + TableDdl.options(view.options()) + ")";
    String rows = view.materialized() && !view.populated() ? "\nWITH NO DATA" : "";
    return verb
        + Target.sort(view)
        + " "
        + Target.name(view)
        + options
        + " AS\n"
        + view.definition().stripTrailing().replaceAll(";$", "")
        + rows;
  }

  private static String eventTrigger(EventTrigger trigger, String name) {
    String tags =
        trigger.tags().stream().map(Names::text).collect(Collectors.joining(", ", "(", ")"));
    return "CREATE EVENT TRIGGER "
        + name
        + " ON "
        + trigger.event()
        + (trigger.tags().isEmpty() ? "" : "\n  WHEN TAG IN " + tags)
        + "\n  EXECUTE FUNCTION "
        + function(trigger.function())
        + "()";
  }

  private static String collation(Collation collation, String name) {
    List<String> options = new ArrayList<>(List.of("provider = " + collation.provider()));
    String locale = Names.text(collation.locale());
    if (collation.letters().isEmpty()) {
      options.add("locale = " + locale);
    } else {
      options.add("lc_collate = " + locale);
      options.add("lc_ctype = " + Names.text(collation.letters()));
    }
    if (!collation.deterministic()) {
      options.add("deterministic = false");
    }
    if (!collation.rules().isEmpty()) {
      options.add("rules = " + Names.text(collation.rules()));
    }
    return "CREATE COLLATION " + name + " (\n  " + String.join(",\n  ", options) + "\n)";
  }

  private static String operator(Operator operator) {
    List<String> options = new ArrayList<>(List.of("FUNCTION = " + function(operator.function())));
    if (!operator.left().isEmpty()) {
      options.add("LEFTARG = " + operator.left());
    }
    options.add("RIGHTARG = " + operator.right());
    options.addAll(operator.traits());
    String name = Names.name(operator.schema()) + "." + operator.name();
    return "CREATE OPERATOR " + name + " (\n  " + String.join(",\n  ", options) + "\n)";
  }

  private static String cast(Cast cast) {
    String way =
        switch (cast.function()) {
          case Cast.INOUT -> "WITH INOUT";
          case Cast.BINARY -> "WITHOUT FUNCTION";
          default ->
              "WITH FUNCTION "
                  + function(cast.function())
                  + cast.function().substring(cast.function().indexOf('('));
        };
    String context =
        switch (cast.context()) {
          case "implicit" -> " AS IMPLICIT";
          case "assignment" -> " AS ASSIGNMENT";
          default -> "";
        };
    return "CREATE " + Target.of(cast) + "\n  " + way + context;
  }

  /** A function's name without the types of its arguments. */
  private static String function(String signature) {
    return Names.relation(signature.replaceFirst("\\(.*", ""));
  }

  /** How a sequence counts. */
  public static String settings(Sequence s) {
    return "START %s INCREMENT %s\n  MINVALUE %s MAXVALUE %s CACHE %s%s"
        .formatted(
            s.start(),
            s.increment(),
            s.minimum(),
            s.maximum(),
            s.cache(),
            s.cycle() ? " CYCLE" : "");
  }

  private static String domain(Schema schema, Domain domain, String name) {
    StringBuilder text = new StringBuilder("CREATE DOMAIN " + name + " AS " + domain.baseType());
    if (!domain.collation().isEmpty()) {
      text.append(" COLLATE ").append(domain.collation());
    }
    if (!domain.defaultValue().isEmpty()) {
      text.append("\n  DEFAULT ").append(domain.defaultValue());
    }
    if (!domain.nullable()) {
      text.append("\n  NOT NULL");
    }
    for (DomainCheck check : schema.partsOf(domain.schema(), domain.name(), DomainCheck.class)) {
      text.append("\n  CONSTRAINT ").append(Names.name(check.name()));
      text.append(" CHECK (").append(check.expression()).append(")");
    }
    return text.toString();
  }
}
