package dev.annals.judge.witness;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Trigger;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Probe.How;
import dev.annals.model.witness.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ways of having the database's own routines carried out. The server looks into most bodies no
 * sooner than they run: a change that breaks one is not refused.
 */
final class RoutineUse {

  /** More routines than this are not carried out around one migration. */
  private static final int MOST = 200;

  private final Schema before;
  private final Schema after;
  private final Rows rows;

  private RoutineUse(Rows before, Schema after) {
    this.before = before.schema();
    this.after = after;
    this.rows = before;
  }

  /** Statements that carry out what is the same on both sides. */
  static List<OwnStatement> of(Rows before, Schema after) {
    return new RoutineUse(before, after).statements();
  }

  private List<OwnStatement> statements() {
    List<OwnStatement> statements = new ArrayList<>();
    before
        .all(Routine.class)
        .filter(this::isChecked)
        .limit(MOST)
        .forEach(routine -> statements.addAll(calls(routine)));
    before
        .all(Trigger.class)
        .filter(this::stays)
        .limit(MOST)
        .forEach(trigger -> statements.addAll(fired(trigger)));
    return statements;
  }

  private boolean isChecked(Routine routine) {
    boolean same = after.find(routine.ref()).filter(routine::equals).isPresent();
    boolean function = routine.kind().equals("function") && !routine.returns().endsWith("trigger");
    return same && function && List.of("sql", "plpgsql").contains(routine.language());
  }

  private boolean stays(Trigger trigger) {
    return after.find(trigger.ref()).filter(trigger::equals).isPresent();
  }

  /** SQL is looked up by the server's own validator; other bodies have to be called. */
  private List<OwnStatement> calls(Routine routine) {
    String name = "function " + routine.ref().display();
    if (routine.language().equals("sql")) {
      String address = Sql.name(routine.schema(), routine.name()) + "(" + routine.signature() + ")";
      String sql =
          "SELECT pg_catalog.fmgr_sql_validator("
              + Sql.text(address)
              + "::pg_catalog.regprocedure)";
      return List.of(own(name, List.of(), sql, ""));
    }
    Questions questions = new Questions(rows, after);
    RoutineProbes.call(routine, questions);
    return questions.probes().stream()
        .limit(1)
        .map(call -> own(name, List.of(), call.sql(), routine.name()))
        .toList();
  }

  /** A row that is written fires what hangs on its table. */
  private List<OwnStatement> fired(Trigger trigger) {
    ObjectRef table = ObjectRef.table(trigger.schema(), trigger.table());
    if (before.find(table).isEmpty() || !trigger.definition().contains("INSERT")) {
      return List.of();
    }
    Rows.Row row = rows.row(table, Map.of(), 0, Set.of(), new Later(rows, rows.schema()));
    String function = trigger.function().replaceFirst("^.*\\.", "").replaceFirst("\\(.*", "");
    String name = "trigger " + trigger.ref().display();
    return List.of(own(name, row.setup(), row.sql(), function));
  }

  private static OwnStatement own(String name, List<String> setup, String sql, String naming) {
    return new OwnStatement("", 0, name, new Probe(Side.WRITER, "", setup, sql, How.RUN, naming));
  }
}
