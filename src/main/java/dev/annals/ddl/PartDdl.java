package dev.annals.ddl;

import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that make and drop what belongs to a relation or a type. */
public final class PartDdl {

  private PartDdl() {}

  /** The statements that add a part, without semicolons and comments; empty for a label. */
  public static List<String> add(SchemaObject part) {
    ObjectRef ref = part.ref();
    String owner = Names.owner(ref);
    if (part instanceof Column column) {
      return List.of("ALTER TABLE " + owner + " ADD COLUMN " + TableDdl.column(column));
    }
    if (ref.kind().isConstraint()) {
      return List.of("ALTER TABLE " + owner + " ADD " + constraint(part));
    }
    if (part instanceof Index index) {
      return List.of(index.definition());
    }
    if (part instanceof Trigger trigger) {
      return withState(trigger.definition(), part, trigger.enabled());
    }
    if (part instanceof RewriteRule rule) {
      return withState(rule.definition().replaceAll(";\\s*$", ""), part, rule.enabled());
    }
    if (part instanceof Policy policy) {
      return List.of(policy(policy));
    }
    if (part instanceof Statistics statistics) {
      return List.of(statistics.definition());
    }
    if (part instanceof Attribute attribute) {
      return List.of("ALTER TYPE " + owner + " ADD ATTRIBUTE " + attribute(attribute));
    }
    if (part instanceof DomainCheck check) {
      return List.of("ALTER DOMAIN " + owner + " ADD " + constraint(check));
    }
    if (part instanceof Grant grant) {
      return GrantDdl.grant(grant, grant.privileges());
    }
    if (part instanceof PublishedTable table) {
      return List.of(PublicationDdl.add(table));
    }
    return part instanceof DefaultPrivilege privilege
        ? GrantDdl.grant(privilege, privilege.privileges())
        : List.of();
  }

  /** The statement that drops a part; empty for a label. */
  public static List<String> drop(SchemaObject part) {
    ObjectRef ref = part.ref();
    String name = Names.name(ref.name());
    String owner = Names.owner(ref);
    return switch (ref.kind()) {
      case COLUMN -> List.of("ALTER TABLE " + owner + " DROP COLUMN " + name);
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION ->
          List.of("ALTER TABLE " + owner + " DROP CONSTRAINT " + name);
      case ATTRIBUTE -> List.of("ALTER TYPE " + owner + " DROP ATTRIBUTE " + name);
      case DOMAIN_CHECK -> List.of("ALTER DOMAIN " + owner + " DROP CONSTRAINT " + name);
      case ENUM_VALUE -> List.of();
      case GRANT -> GrantDdl.revoke((Grant) part, ((Grant) part).privileges());
      case DEFAULT_PRIVILEGE ->
          GrantDdl.revoke((DefaultPrivilege) part, ((DefaultPrivilege) part).privileges());
      case PUBLISHED_TABLE -> List.of(PublicationDdl.drop((PublishedTable) part));
      default -> List.of("DROP " + Target.of(part));
    };
  }

  /** A constraint as it stands within {@code CREATE TABLE}. */
  public static String constraint(SchemaObject part) {
    String definition = "";
    if (part instanceof Key key) {
      definition = key.definition();
    } else if (part instanceof ForeignKey key) {
      definition = key.definition();
    } else if (part instanceof Exclusion exclusion) {
      definition = exclusion.definition();
    } else if (part instanceof DomainCheck check) {
      definition = "CHECK (" + check.expression() + ")" + (check.validated() ? "" : " NOT VALID");
    } else if (part instanceof Check check) {
      definition =
          "CHECK ("
              + check.expression()
              + ")"
              + (check.noInherit() ? " NO INHERIT" : "")
              + (!check.enforced() ? " NOT ENFORCED" : check.validated() ? "" : " NOT VALID");
    }
    return "CONSTRAINT " + Names.name(part.ref().name()) + " " + definition;
  }

  /** The statement that says when a trigger, an event trigger or a rule fires. */
  public static String state(SchemaObject part, String enabled) {
    String verb =
        switch (enabled) {
          case "disabled" -> "DISABLE";
          case "replica" -> "ENABLE REPLICA";
          case "always" -> "ENABLE ALWAYS";
          default -> "ENABLE";
        };
    ObjectRef ref = part.ref();
    if (ref.kind() == ObjectKind.EVENT_TRIGGER) {
      return "ALTER " + Target.of(part) + " " + verb;
    }
    return "ALTER TABLE %s %s %s %s"
        .formatted(Names.owner(ref), verb, Target.sort(part), Names.name(ref.name()));
  }

  private static List<String> withState(String definition, SchemaObject part, String enabled) {
    List<String> statements = new ArrayList<>(List.of(definition));
    if (!enabled.equals("origin")) {
      statements.add(state(part, enabled));
    }
    return statements;
  }

  private static String policy(Policy policy) {
    String roles = policy.roles().stream().map(Names::role).collect(Collectors.joining(", "));
    return "CREATE "
        + Target.of(policy)
        + (policy.permissive() ? "" : " AS RESTRICTIVE")
        + " FOR "
        + policy.command()
        + " TO "
        + roles
        + (policy.using().isEmpty() ? "" : " USING (" + policy.using() + ")")
        + (policy.withCheck().isEmpty() ? "" : " WITH CHECK (" + policy.withCheck() + ")");
  }

  /** An attribute as it stands within {@code CREATE TYPE}. */
  public static String attribute(Attribute attribute) {
    String collation = attribute.collation().isEmpty() ? "" : " COLLATE " + attribute.collation();
    return Names.name(attribute.name()) + " " + attribute.type() + collation;
  }
}
