package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.script.SqlScript;
import dev.annals.script.WholeWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the line of a migration that makes a change, as well as it can be told. */
final class Lines {

  private final Passage passage;
  private Map<ObjectRef, List<Integer>> byRef;
  private Map<ObjectRef, List<Integer>> byOwner;

  Lines(Passage passage) {
    this.passage = passage;
  }

  /** The line of a change; 0 where it cannot be told. */
  int of(Change change) {
    List<ObjectRef> names = new ArrayList<>(List.of(change.subject()));
    if (change instanceof Change.Altered altered) {
      names.add(altered.before().ref());
    } else if (change instanceof Change.Renamed renamed) {
      names.add(renamed.before().ref());
    }
    List<String> words =
        Stream.concat(names.stream().map(ObjectRef::name), columns(change)).distinct().toList();
    List<SqlScript.Statement> exact = at(names.stream().flatMap(name -> lines(byRef(), name)));
    List<SqlScript.Statement> around =
        exact.isEmpty() ? at(names.stream().flatMap(name -> lines(byOwner(), owner(name)))) : exact;
    for (String word : words) {
      for (SqlScript.Statement statement : around) {
        Optional<Integer> line = naming(statement, word);
        if (line.isPresent()) {
          return line.get();
        }
      }
    }
    return around.isEmpty() ? naming(names.get(0).owner()) : around.get(0).first();
  }

  /** The first statement that shapes something and names it; 0 where none does. */
  private int naming(String name) {
    return passage.script().statements().stream()
        .filter(each -> each.code().matches("(?is)(alter|create|drop)\\b.*"))
        .flatMap(each -> naming(each, name).stream())
        .findFirst()
        .orElse(0);
  }

  /** The line of the first statement that touches a relation; 0 where none is seen to. */
  int of(ObjectRef relation) {
    return touching(relation).stream()
        .findFirst()
        .map(SqlScript.Statement::first)
        .orElseGet(() -> naming(relation.owner()));
  }

  /** The statements that touch a table, or something of it, in the order of the file. */
  List<SqlScript.Statement> touching(ObjectRef table) {
    return at(lines(byOwner(), owner(table)));
  }

  private Stream<Observation.Statement> shaping() {
    return passage.observation().statements().stream()
        .filter(each -> !each.tag().equals("COMMENT") && !each.tag().equals("GRANT"));
  }

  private List<SqlScript.Statement> at(Stream<Integer> lines) {
    return lines
        .distinct()
        .sorted()
        .flatMap(line -> passage.script().at(line).stream())
        .distinct()
        .toList();
  }

  private static Stream<Integer> lines(Map<ObjectRef, List<Integer>> all, ObjectRef ref) {
    return all.getOrDefault(ref, List.of()).stream();
  }

  /** The lines that touch something: a migration may make thousands of changes. */
  private Map<ObjectRef, List<Integer>> byRef() {
    if (byRef == null) {
      byRef = new HashMap<>();
      shaping().forEach(each -> each.touched().forEach(ref -> note(byRef, ref, each)));
    }
    return byRef;
  }

  /** The same by the relation that it belongs to. */
  private Map<ObjectRef, List<Integer>> byOwner() {
    if (byOwner == null) {
      byOwner = new HashMap<>();
      shaping().forEach(each -> each.touched().forEach(ref -> note(byOwner, owner(ref), each)));
    }
    return byOwner;
  }

  private static void note(
      Map<ObjectRef, List<Integer>> lines, ObjectRef ref, Observation.Statement statement) {
    lines.computeIfAbsent(ref, key -> new ArrayList<>()).add(statement.line());
  }

  private static ObjectRef owner(ObjectRef ref) {
    return ObjectRef.table(ref.schema(), ref.owner());
  }

  private static Stream<String> columns(Change change) {
    SchemaObject object = change instanceof Change.Added added ? added.object() : null;
    List<String> columns =
        object instanceof ForeignKey key
            ? key.columns()
            : object instanceof Key key
                ? key.columns()
                : object instanceof Check check ? check.columns() : List.of();
    return columns.stream();
  }

  static Optional<Integer> naming(SqlScript.Statement statement, String word) {
    WholeWord name = WholeWord.of(word);
    int line = statement.first();
    for (String text : statement.code().split("\n", -1)) {
      if (name.isIn(text)) {
        return Optional.of(line);
      }
      line++;
    }
    return Optional.empty();
  }
}
