package dev.annals.render.stub;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.View;
import dev.annals.render.notes.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a relation points to, what points to it, and what reads it; one line a neighbour. */
final class Neighbours {

  private static final int MOST = 12;

  private final Schema schema;

  Neighbours(Schema schema) {
    this.schema = schema;
  }

  List<String> of(ObjectRef ref) {
    SortedMap<ObjectRef, SortedSet<String>> out = new TreeMap<>();
    for (ForeignKey key : schema.foreignKeys(ref.schema(), ref.name())) {
      out.computeIfAbsent(
              ObjectRef.table(key.targetSchema(), key.targetTable()), k -> new TreeSet<>())
          .add(columns(key));
    }
    SortedMap<ObjectRef, SortedSet<String>> in = new TreeMap<>();
    schema
        .all(ForeignKey.class)
        .filter(
            key -> key.targetSchema().equals(ref.schema()) && key.targetTable().equals(ref.name()))
        .filter(key -> !isPartition(key))
        .forEach(
            key ->
                in.computeIfAbsent(ObjectRef.table(key.schema(), key.table()), k -> new TreeSet<>())
                    .add(columns(key)));
    in.remove(ref);
    List<String> lines = new ArrayList<>();
    out.forEach(
        (to, columns) ->
            lines.add("points to " + (to.equals(ref) ? "itself" : link(to)) + by(columns)));
    List<String> pointing = new ArrayList<>();
    in.forEach((from, columns) -> pointing.add(link(from) + " points here" + by(columns)));
    lines.addAll(few(pointing));
    schema
        .all(View.class)
        .filter(view -> view.uses().contains(ref.qualified()))
        .forEach(view -> lines.add("read by the view " + link(view.ref())));
    return lines;
  }

  private static List<String> few(List<String> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    List<String> few = new ArrayList<>(lines.subList(0, MOST));
    few.add("and " + (lines.size() - MOST) + " more tables point here");
    return few;
  }

  private boolean isPartition(ForeignKey key) {
    return schema.table(key.schema(), key.table()).filter(table -> table.isPartition()).isPresent();
  }

  private static String columns(ForeignKey key) {
    return Markdown.code(String.join(", ", key.columns()));
  }

  private static String by(SortedSet<String> columns) {
    return " by " + String.join(" and by ", columns);
  }

  private static String link(ObjectRef ref) {
    boolean plain = ref.display().matches("[^\\[\\]|#\\n]+");
    return plain ? "[[" + ref.display() + "]]" : Markdown.code(ref.display());
  }
}
