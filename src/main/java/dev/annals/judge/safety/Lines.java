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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the line of a migration that makes a change, as well as it can be told. */
final class Lines {

  private final Passage passage;

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
    List<SqlScript.Statement> exact = touching(ref -> names.contains(ref));
    List<SqlScript.Statement> around =
        exact.isEmpty()
            ? touching(ref -> names.stream().anyMatch(name -> isOwner(ref, name)))
            : exact;
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
    return touching(ref -> isOwner(ref, relation)).stream()
        .findFirst()
        .map(SqlScript.Statement::first)
        .orElseGet(() -> naming(relation.owner()));
  }

  /** The statements that touch what passes, in the order of the file. */
  List<SqlScript.Statement> touching(Predicate<ObjectRef> test) {
    return passage.observation().statements().stream()
        .filter(each -> !each.tag().equals("COMMENT") && !each.tag().equals("GRANT"))
        .filter(each -> each.touched().stream().anyMatch(test))
        .map(Observation.Statement::line)
        .distinct()
        .sorted()
        .flatMap(line -> passage.script().at(line).stream())
        .distinct()
        .toList();
  }

  private static boolean isOwner(ObjectRef touched, ObjectRef name) {
    return touched.schema().equals(name.schema()) && touched.owner().equals(name.owner());
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
