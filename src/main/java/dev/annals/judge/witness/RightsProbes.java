package dev.annals.judge.witness;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Probe.How;
import dev.annals.model.witness.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements of roles that may do less than before, or see less. */
final class RightsProbes {

  private RightsProbes() {}

  /** What a role could do, and no longer can. */
  static void revoked(Grant before, List<String> privileges, Questions questions) {
    for (String held : before.privileges()) {
      String privilege = held.replace("*", "");
      boolean kept = privileges.stream().anyMatch(now -> now.replace("*", "").equals(privilege));
      if (!kept) {
        use(before, privilege, questions);
      }
    }
  }

  private static void use(Grant grant, String privilege, Questions questions) {
    switch (grant.on()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> relation(grant, privilege, questions);
      case COLUMN -> column(grant, privilege, questions);
      case SEQUENCE -> {
        String name = Sql.text(Sql.name(grant.schema(), grant.object()));
        boolean writes = privilege.equals("USAGE") || privilege.equals("UPDATE");
        String sql = writes ? "SELECT nextval(" + name + ")" : "SELECT currval(" + name + ")";
        ask(grant, Side.WRITER, sql, How.RUN, questions);
      }
      case ROUTINE ->
          questions
              .before()
              .find(ObjectRef.of(ObjectKind.ROUTINE, grant.schema(), grant.object()))
              .map(Routine.class::cast)
              .ifPresent(
                  routine -> {
                    Questions calls = new Questions(questions.rows(), questions.after());
                    RoutineProbes.call(routine, calls);
                    calls
                        .probes()
                        .forEach(call -> ask(grant, call.side(), call.sql(), How.PLAN, questions));
                  });
      default -> {}
    }
  }

  private static void relation(Grant grant, String privilege, Questions questions) {
    String name = Sql.name(grant.schema(), grant.object());
    List<Column> columns = questions.before().columns(grant.schema(), grant.object());
    String column =
        columns.stream()
            .filter(each -> each.generated().isEmpty())
            .findFirst()
            .map(each -> Sql.name(each.name()))
            .orElse("");
    switch (privilege) {
      case "SELECT" -> ask(grant, Side.READER, "SELECT * FROM " + name, How.PLAN, questions);
      case "INSERT" ->
          ask(grant, Side.WRITER, "INSERT INTO " + name + " DEFAULT VALUES", How.PLAN, questions);
      case "UPDATE" ->
          ask(
              grant,
              Side.WRITER,
              "UPDATE " + name + " SET " + column + " = DEFAULT",
              How.PLAN,
              questions);
      case "DELETE" -> ask(grant, Side.WRITER, "DELETE FROM " + name, How.PLAN, questions);
      case "TRUNCATE" -> ask(grant, Side.WRITER, "TRUNCATE " + name, How.RUN, questions);
      default -> {}
    }
  }

  private static void column(Grant grant, String privilege, Questions questions) {
    int dot = grant.object().lastIndexOf('.');
    String relation = Sql.name(grant.schema(), grant.object().substring(0, dot));
    String column = Sql.name(grant.object().substring(dot + 1));
    switch (privilege) {
      case "SELECT" ->
          ask(grant, Side.READER, "SELECT " + column + " FROM " + relation, How.PLAN, questions);
      case "INSERT" ->
          ask(
              grant,
              Side.WRITER,
              "INSERT INTO " + relation + " (" + column + ") VALUES (DEFAULT)",
              How.PLAN,
              questions);
      case "UPDATE" ->
          ask(
              grant,
              Side.WRITER,
              "UPDATE " + relation + " SET " + column + " = DEFAULT",
              How.PLAN,
              questions);
      default -> {}
    }
  }

  private static void ask(Grant grant, Side side, String sql, How how, Questions questions) {
    questions.ask(new Probe(side, grant.grantee(), List.of(), sql, how, ""));
  }

  /** Whoever held something on an object that was made again, and holds it no more. */
  static void lostWith(SchemaObject object, Questions questions) {
    ObjectRef ref = object.ref();
    questions
        .before()
        .all(Grant.class)
        .filter(grant -> grant.on() == ref.kind())
        .filter(grant -> grant.schema().equals(ref.schema()) && grant.object().equals(ref.name()))
        .forEach(
            grant ->
                revoked(
                    grant,
                    questions
                        .after()
                        .find(grant.ref())
                        .map(now -> ((Grant) now).privileges())
                        .orElse(List.of()),
                    questions));
  }

  /** Rows that a role with all rights on a table reads and writes, as its policies let it. */
  static void secured(String schema, String table, Questions questions) {
    List<String> rights =
        List.of(
            "GRANT USAGE ON SCHEMA " + Sql.name(schema) + " TO PUBLIC",
            "GRANT ALL ON " + Sql.name(schema, table) + " TO PUBLIC",
            "GRANT ALL ON ALL SEQUENCES IN SCHEMA " + Sql.name(schema) + " TO PUBLIC");
    secured(schema, table, Probe.ANYBODY, rights, "", questions);
    for (String setting : PolicySettings.of(schema, table, questions)) {
      secured(schema, table, Probe.ANYBODY, rights, setting, questions);
    }
  }

  /** Rows that a table's owner reads and writes. */
  static void owned(String schema, String table, Questions questions) {
    secured(schema, table, "", List.of(), "", questions);
    for (String setting : PolicySettings.of(schema, table, questions)) {
      secured(schema, table, "", List.of(), setting, questions);
    }
  }

  private static void secured(
      String schema,
      String table,
      String role,
      List<String> rights,
      String setting,
      Questions questions) {
    ObjectRef ref = ObjectRef.table(schema, table);
    String name = Sql.name(ref);
    List<String> conditions =
        questions.before().partsOf(schema, table, Policy.class).stream()
            .map(policy -> policy.using() + " " + policy.withCheck())
            .toList();
    Samples samples = questions.rows().samples();
    for (int variant = 0; variant < (setting.isEmpty() ? 4 : 2); variant++) {
      Map<String, String> fixed = new LinkedHashMap<>();
      for (Column column : questions.before().columns(schema, table)) {
        List<String> own =
            conditions.stream().filter(text -> text.contains(column.name())).toList();
        if (!own.isEmpty()) {
          fixed.put(column.name(), samples.of(column.type(), own).get(0));
        }
      }
      Rows.Row row = questions.row(ref, fixed, variant);
      List<String> setup = new ArrayList<>(row.setup());
      setup.addAll(rights);
      List<String> filled = new ArrayList<>(setup);
      filled.add(row.sql());
      if (!setting.isEmpty()) {
        setup.add(setting);
        filled.add(setting);
      }
      questions.ask(new Probe(Side.WRITER, role, setup, row.sql(), How.RUN, table));
      questions.ask(
          new Probe(Side.READER, role, filled, "SELECT count(*) FROM " + name, How.RUN, ""));
    }
  }
}
