package dev.annals.judge.reverse;

import dev.annals.ddl.ColumnSettings;
import dev.annals.ddl.Names;
import dev.annals.ddl.PartDdl;
import dev.annals.ddl.TableDdl;
import dev.annals.ddl.Target;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.Trigger;
import dev.annals.model.schema.View;
import dev.annals.script.WholeWord;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Makes again what a step took away, with all that belonged to it. */
final class Recreation {

  /** Parts that no statement about their owner makes. */
  private static final Set<Class<?>> WITH_THEIR_OWNER =
      Set.of(
          Index.class,
          Trigger.class,
          Policy.class,
          RewriteRule.class,
          Statistics.class,
          PublishedTable.class);

  private final Schema before;
  private final Draft draft;
  private final Rights rights;
  private final Set<ObjectRef> staying = new HashSet<>();

  Recreation(Schema before, Draft draft, Rights rights) {
    this.before = before;
    this.draft = draft;
    this.rights = rights;
  }

  /** Says of an object that the step left it there, so that nothing makes it a second time. */
  void stays(ObjectRef object) {
    staying.add(object);
  }

  /** True where something that was there names an object: it cannot be dropped by itself then. */
  boolean isNamed(SchemaObject object, String name) {
    WholeWord word = WholeWord.of(name);
    return before.objects().stream()
        .filter(other -> !other.ref().equals(object.ref()))
        .anyMatch(other -> isIn(other, word::isIn));
  }

  /** True where something that was there calls an operator; its commutator does not. */
  boolean isCalled(Operator operator) {
    String call = "OPERATOR(" + Names.name(operator.schema()) + "." + operator.name() + ")";
    return before.objects().stream()
        .filter(other -> !(other instanceof Operator))
        .anyMatch(other -> isIn(other, text -> text.contains(call)));
  }

  private static boolean isIn(SchemaObject object, Predicate<String> naming) {
    return object.properties().values().entrySet().stream()
        .anyMatch(fact -> fact.getKey() != Property.COMMENT && naming.test(fact.getValue()));
  }

  /** Makes an object that stands for itself. */
  void unit(SchemaObject object) {
    String sql = UnitDdl.create(before, object);
    if (sql.isEmpty()) {
      draft.byHand();
      return;
    }
    if (object instanceof Table || object instanceof View) {
      before
          .all(Sequence.class)
          .filter(s -> Owners.concerns(s, object) && !staying.contains(s.ref()))
          .forEach(this::unit);
    }
    draft.add(phase(object), sql);
    if (object instanceof EventTrigger trigger && !trigger.enabled().equals("origin")) {
      draft.add(Phase.GUARDS_COME, PartDdl.state(trigger, trigger.enabled()));
    }
    if (object instanceof Table table) {
      table(table);
    }
    if (object instanceof View view) {
      before.columns(view.schema(), view.name()).stream()
          .map(ColumnSettings::of)
          .forEach(settings -> draft.add(Phase.ATTACH, settings));
    }
    if (object instanceof Sequence sequence && !sequence.ownedBy().isEmpty()) {
      draft.add(
          Phase.FINISH,
          "ALTER SEQUENCE "
              + Target.name(sequence)
              + " OWNED BY "
              + Names.column(sequence.ownedBy()));
    }
    if (object instanceof Publication publication) {
      publication.listed(before).forEach(this::part);
    }
    parts(object);
    rights.owner(object);
    before.all(Grant.class).filter(g -> Owners.concerns(g, object)).forEach(rights::grant);
    rights.taken(object, before);
  }

  static Phase phase(SchemaObject object) {
    if (object instanceof EventTrigger) {
      return Phase.GUARDS_COME;
    }
    if (isReader(object) || object instanceof Publication || object instanceof Cast) {
      return Phase.READERS_COME;
    }
    return object instanceof Table ? Phase.TABLES_COME : Phase.UNITS_COME;
  }

  /** A routine whose body or arguments the server ties to relations. */
  static boolean isReader(SchemaObject object) {
    return object instanceof View
        || (object instanceof Routine routine
            && (!routine.uses().isEmpty()
                || routine.returns().contains("SETOF ")
                || routine.body().stripLeading().regionMatches(true, 0, "begin atomic", 0, 12)));
  }

  private void table(Table table) {
    for (SchemaObject later : new TableDdl(before, table).later()) {
      constraint(later);
    }
    TableSettings.of(table).forEach(sql -> draft.add(Phase.CONSTRAINTS_COME, sql));
    for (Column column : before.columns(table.schema(), table.name())) {
      ColumnSettings.of(column).forEach(sql -> draft.add(Phase.ALTER, sql));
    }
  }

  private void constraint(SchemaObject part) {
    boolean foreign = part.ref().kind() == ObjectKind.FOREIGN_KEY;
    draft.add(foreign ? Phase.FOREIGN_KEYS_COME : Phase.CONSTRAINTS_COME, PartDdl.add(part));
  }

  private void parts(SchemaObject unit) {
    ObjectRef ref = unit.ref();
    for (SchemaObject part : before.partsOf(ref.schema(), ref.name(), SchemaObject.class)) {
      if (WITH_THEIR_OWNER.contains(part.getClass())) {
        part(part);
      } else {
        comment(part);
      }
    }
    comment(unit);
  }

  /** Makes a part of something that is there. */
  void part(SchemaObject part) {
    if (part instanceof Grant grant) {
      rights.grant(grant);
    } else if (part instanceof Sequence) {
      unit(part);
    } else if (part instanceof Column column) {
      ColumnDdl.add(column, draft);
    } else if (part.ref().kind().isConstraint()) {
      constraint(part);
    } else if (PartDdl.add(part).isEmpty()) {
      draft.byHand();
    } else {
      boolean view =
          before.relation(part.ref().schema(), part.ref().owner()).orElse(null) instanceof View;
      draft.add(phaseOf(part, view), PartDdl.add(part));
    }
    comment(part);
  }

  private static Phase phaseOf(SchemaObject part, boolean ofView) {
    return switch (part.ref().kind()) {
      case INDEX -> ofView ? Phase.ATTACH : Phase.CONSTRAINTS_COME;
      case ATTRIBUTE -> Phase.COLUMNS_COME;
      case DOMAIN_CHECK -> Phase.ALTER;
      case DEFAULT_PRIVILEGE -> Phase.FINISH;
      default -> Phase.ATTACH;
    };
  }

  private void comment(SchemaObject object) {
    if (!object.comment().isEmpty()) {
      // a comment on an event trigger wants it to be there
      boolean guard = object instanceof EventTrigger;
      draft.add(guard ? Phase.GUARDS_COME : Phase.FINISH, Target.comment(object));
    }
  }
}
