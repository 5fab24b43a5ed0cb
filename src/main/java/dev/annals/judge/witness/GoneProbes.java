package dev.annals.judge.witness;

import dev.annals.ddl.Names;
import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import java.util.List;

/** Statements that use an object which is gone, or has another name. */
final class GoneProbes {

  private final Questions questions;

  private GoneProbes(Questions questions) {
    this.questions = questions;
  }

  static void of(SchemaObject object, Questions questions) {
    new GoneProbes(questions).gone(object);
  }

  private void gone(SchemaObject object) {
    if (object instanceof Column column) {
      column(column);
    } else if (object instanceof Table || object instanceof View) {
      relation(object);
    } else if (object instanceof EnumValue value) {
      label(value);
    } else if (object instanceof Attribute attribute) {
      questions.reader(read(attribute), attribute.name());
    } else if (object instanceof Sequence sequence) {
      String name = Sql.text(Sql.name(sequence.ref()));
      questions.writer("SELECT nextval(" + name + ")", sequence.name());
      questions.reader("SELECT * FROM " + Sql.name(sequence.ref()), sequence.name());
    } else if (object instanceof Routine routine) {
      RoutineProbes.call(routine, questions);
    } else if (object instanceof Key || object instanceof Index) {
      KeyProbes.lost(object, questions);
    } else if (object instanceof Policy policy) {
      RightsProbes.secured(policy.schema(), policy.table(), questions);
    } else if (object instanceof Publication || object instanceof PublishedTable) {
      PublicationProbes.gone(object, questions);
    } else if (object instanceof Operator operator) {
      OperatorProbes.of(operator, questions);
    } else if (object instanceof Cast cast) {
      OperatorProbes.of(cast, questions);
    } else if (object instanceof Collation collation) {
      questions.reader("SELECT '' COLLATE " + Sql.name(collation.ref()), collation.name());
    } else if (object instanceof Namespace namespace) {
      namespace(namespace);
    } else if (isType(object.ref().kind())) {
      questions.reader("SELECT NULL::" + Sql.name(object.ref()), object.ref().name());
    }
  }

  /** Reads an attribute. */
  static String read(Attribute attribute) {
    String type = Sql.name(attribute.schema(), attribute.composite());
    return "SELECT (NULL::%s).%s".formatted(type, Sql.name(attribute.name()));
  }

  private static boolean isType(ObjectKind kind) {
    return kind == ObjectKind.ENUM
        || kind == ObjectKind.DOMAIN
        || kind == ObjectKind.COMPOSITE
        || kind == ObjectKind.RANGE;
  }

  private void column(Column column) {
    String relation = Sql.name(column.schema(), column.relation());
    String name = Sql.name(column.name());
    questions.reader("SELECT " + name + " FROM " + relation, column.name());
    boolean written =
        column.generated().isEmpty()
            && questions
                .before()
                .relation(column.schema(), column.relation())
                .filter(object -> !(object instanceof View view) || view.updatable())
                .isPresent();
    if (written) {
      questions.writer(
          "INSERT INTO %s (%s) VALUES (NULL)".formatted(relation, name), column.name());
      questions.writer("UPDATE %s SET %s = NULL".formatted(relation, name), column.name());
    }
  }

  private void relation(SchemaObject object) {
    ObjectRef ref = object.ref();
    String name = Sql.name(ref);
    questions.reader("SELECT * FROM " + name, ref.name());
    if (object instanceof Table || (object instanceof View view && view.updatable())) {
      questions.writer("INSERT INTO " + name + " DEFAULT VALUES", ref.name());
    }
    if (object instanceof Table table && !table.partitionOf().isEmpty()) {
      ConstraintProbes.partition(table, questions);
    }
  }

  /** A label is written into and looked for in a column, where there is one of its type. */
  private void label(EnumValue value) {
    String type = Sql.name(value.schema(), value.type());
    List<Column> columns =
        questions
            .before()
            .all(Column.class)
            .filter(
                column ->
                    column.type().equals(Names.name(value.schema(), value.type()))
                        || column.type().equals(type))
            .filter(
                column -> questions.before().table(column.schema(), column.relation()).isPresent())
            .limit(2)
            .toList();
    for (Column column : columns) {
      String table = Sql.name(column.schema(), column.relation());
      String name = Sql.name(column.name());
      String label = Sql.text(value.name());
      questions.reader(
          "SELECT * FROM %s WHERE %s = %s".formatted(table, name, label), value.name());
      questions.writer(
          "INSERT INTO %s (%s) VALUES (%s)".formatted(table, name, label), value.name());
    }
    String cast = "SELECT %s::%s".formatted(Sql.text(value.name()), type);
    questions.reader(cast, value.name());
    questions.writer(cast, value.name());
  }

  /** A name space is missed by whoever uses what is in it. */
  private void namespace(Namespace namespace) {
    questions.before().objects().stream()
        .filter(object -> object.ref().schema().equals(namespace.name()))
        .filter(
            object ->
                object instanceof Table
                    || object instanceof View
                    || object instanceof Sequence
                    || object instanceof Routine
                    || isType(object.ref().kind()))
        .limit(2)
        .forEach(this::gone);
  }
}
