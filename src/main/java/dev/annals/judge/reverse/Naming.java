package dev.annals.judge.reverse;

import dev.annals.ddl.Names;
import dev.annals.ddl.Target;
import dev.annals.model.change.Change;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Gives names back. Name spaces come first, then what stands for itself, then parts. */
final class Naming {

  private Naming() {}

  /** In which order names are given back. */
  static int rank(Change.Renamed renamed) {
    return renamed.after() instanceof Namespace
        ? 0
        : renamed.after().ref().parent().isEmpty() ? 1 : 2;
  }

  /** The statements; the owners of parts have their former names by then. */
  static List<String> back(Change.Renamed renamed, Former former) {
    SchemaObject before = renamed.before();
    ObjectRef was = before.ref();
    ObjectRef is = renamed.after().ref();
    String to = own(before);
    String from = own(renamed.after());
    String owner = Names.owner(was);
    if (before instanceof EnumValue) {
      return List.of(
          "ALTER TYPE %s RENAME VALUE %s TO %s"
              .formatted(owner, Names.text(is.name()), Names.text(was.name())));
    }
    return switch (was.kind()) {
      case COLUMN -> List.of("ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(owner, from, to));
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION ->
          List.of("ALTER TABLE %s RENAME CONSTRAINT %s TO %s".formatted(owner, from, to));
      case DOMAIN_CHECK ->
          List.of("ALTER DOMAIN %s RENAME CONSTRAINT %s TO %s".formatted(owner, from, to));
      case ATTRIBUTE ->
          List.of("ALTER TYPE %s RENAME ATTRIBUTE %s TO %s".formatted(owner, from, to));
      case TRIGGER, POLICY, REWRITE_RULE ->
          List.of("ALTER %s %s ON %s RENAME TO %s".formatted(Target.sort(before), from, owner, to));
      case SCHEMA -> List.of("ALTER SCHEMA " + from + " RENAME TO " + to);
      case PUBLICATION, EVENT_TRIGGER ->
          List.of("ALTER " + Target.sort(before) + " " + from + " RENAME TO " + to);
      // what a cast is called is what its types are called
      case EXTENSION, GRANT, DEFAULT_PRIVILEGE, PUBLISHED_TABLE, CAST -> List.of();
      default -> unit(renamed, former, from, to);
    };
  }

  private static List<String> unit(Change.Renamed renamed, Former former, String from, String to) {
    SchemaObject before = renamed.before();
    String arguments =
        before instanceof Routine routine
            ? "(" + routine.signature() + ")"
            : before instanceof Operator operator ? " (" + operator.signature() + ")" : "";
    String sort = Target.sort(before);
    String space = former.space(renamed.after().ref().schema());
    List<String> statements = new ArrayList<>();
    if (!space.equals(before.ref().schema())) {
      statements.add(
          "ALTER %s %s%s SET SCHEMA %s"
              .formatted(
                  sort,
                  Names.name(space) + "." + from,
                  arguments,
                  Names.name(before.ref().schema())));
    }
    if (!from.equals(to)) {
      statements.add(
          "ALTER %s %s%s RENAME TO %s"
              .formatted(sort, Names.name(before.ref().schema()) + "." + from, arguments, to));
    }
    return statements;
  }

  private static String own(SchemaObject object) {
    if (object instanceof Operator operator) {
      return operator.name();
    }
    return Names.name(object instanceof Routine routine ? routine.name() : object.ref().name());
  }
}
