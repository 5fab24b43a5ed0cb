package dev.annals.model.history;

import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.schema.ObjectRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the replay saw while one migration ran, on empty tables of a real server.
 *
 * @param micros how long it took, in microseconds; never part of an output that has to be the same
 *     twice
 * @param locks the strongest lock on each relation that existed before the migration
 * @param work what was done to the rows of each relation that existed before
 * @param cascaded what a drop took with it without being named
 * @param statements what the migration ran, in order
 * @param transactional false where it could not run in one transaction
 * @param callbacks the callbacks that ran around it, in their order
 */
public record Observation(
    long micros,
    Map<ObjectRef, Lock> locks,
    Map<ObjectRef, Set<Work>> work,
    List<ObjectRef> cascaded,
    List<Statement> statements,
    boolean transactional,
    List<Callback> callbacks) {

  /** Nothing was seen. */
  public static final Observation NOTHING =
      new Observation(0, Map.of(), Map.of(), List.of(), List.of(), true);

  public Observation {
    locks = Collections.unmodifiableMap(new TreeMap<>(locks));
    work = Collections.unmodifiableMap(new TreeMap<>(work));
    cascaded = cascaded.stream().sorted().distinct().toList();
    statements = List.copyOf(statements);
    callbacks = List.copyOf(callbacks);
  }

  /** What was seen of a migration without callbacks. */
  public Observation(
      long micros,
      Map<ObjectRef, Lock> locks,
      Map<ObjectRef, Set<Work>> work,
      List<ObjectRef> cascaded,
      List<Statement> statements,
      boolean transactional) {
    this(micros, locks, work, cascaded, statements, transactional, List.of());
  }

  /**
   * A callback of Flyway's that ran as a part of the migration.
   *
   * @param path its file, from the project's folder, with slashes
   * @param statements those of its statements that changed the schema, in order
   */
  public record Callback(String path, List<Statement> statements) {
    public Callback {
      statements = List.copyOf(statements);
    }
  }

  /**
   * One statement of a migration that changed the schema.
   *
   * @param line the line in the file at which it starts, counted from 1
   * @param tag the server's command tag: {@code ALTER TABLE}
   * @param touched what it created, altered or dropped, under the names of that moment
   */
  public record Statement(int line, String tag, List<ObjectRef> touched) {
    public Statement {
      touched = touched.stream().sorted().distinct().toList();
    }
  }
}
