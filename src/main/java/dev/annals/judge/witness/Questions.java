package dev.annals.judge.witness;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Probe.How;
import dev.annals.model.witness.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the probes of one change, the best first, and holds what they are made of. */
final class Questions {

  /** More statements than this are not tried for one change. */
  private static final int MOST = 48;

  private final Schema before;
  private final Schema after;
  private final Rows rows;
  private final Later later;
  private final Set<Probe> probes = new LinkedHashSet<>();

  Questions(Rows rows, Schema after) {
    this.before = rows.schema();
    this.after = after;
    this.rows = rows;
    this.later = new Later(rows, after);
  }

  Schema before() {
    return before;
  }

  Schema after() {
    return after;
  }

  /** Rows of the tables as they were. */
  Rows rows() {
    return rows;
  }

  /** True where an object of that address is there on both sides. */
  boolean stays(SchemaObject object) {
    return before.find(object.ref()).isPresent() && after.find(object.ref()).isPresent();
  }

  /**
   * Values for what a table demands after the change and did not before, so that a row which lacks
   * one thing lacks nothing else.
   *
   * @param except a column that is to be left out
   */
  Map<String, String> demandedLater(ObjectRef table, String except) {
    Map<String, String> values = new LinkedHashMap<>(later.values(table));
    values.remove(except);
    return values;
  }

  /** A row whose references are whole before the change, and after it as well. */
  Rows.Row row(ObjectRef table, Map<String, String> fixed, int variant, Set<String> dangling) {
    return rows.row(table, fixed, variant, dangling, later);
  }

  /** The same, which refers to something by all of its foreign keys. */
  Rows.Row row(ObjectRef table, Map<String, String> fixed, int variant) {
    return row(table, fixed, variant, Set.of());
  }

  /** Asks whether a reader's statement is still understood. */
  void reader(String sql, String naming) {
    ask(new Probe(Side.READER, "", List.of(), sql, How.LOOK_UP, naming));
  }

  /** Asks whether a reader's statement is still understood, and gives the same types. */
  void described(String sql) {
    ask(new Probe(Side.READER, "", List.of(), sql, How.DESCRIBE, ""));
  }

  /** Asks whether a writer's statement is still understood. */
  void writer(String sql, String naming) {
    ask(new Probe(Side.WRITER, "", List.of(), sql, How.LOOK_UP, naming));
  }

  /** Asks whether a statement can still be planned. */
  void planned(Side side, String sql, String naming) {
    ask(new Probe(side, "", List.of(), sql, How.PLAN, naming));
  }

  /** Asks whether a statement still runs, and what it answers. */
  void run(Side side, List<String> setup, String sql, String naming) {
    ask(new Probe(side, "", setup, sql, How.RUN, naming));
  }

  void ask(Probe probe) {
    if (probes.size() < MOST) {
      probes.add(probe);
    }
  }

  List<Probe> probes() {
    return new ArrayList<>(probes);
  }
}
