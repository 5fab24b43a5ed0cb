package dev.annals.render.notes;

import dev.annals.model.Counted;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where several changes are: each table once, with what of it is concerned. */
final class Places {

  private static final int ALL = Integer.MAX_VALUE;

  private final Map<String, List<String>> parts = new TreeMap<>();

  /** Foreign keys lead to more than one place. */
  private final boolean severalTargets;

  private Places(List<JudgedChange> changes) {
    severalTargets =
        changes.stream()
                .map(judged -> Alike.object(judged.change()))
                .filter(ForeignKey.class::isInstance)
                .map(key -> ((ForeignKey) key).target())
                .distinct()
                .count()
            > 1;
    for (JudgedChange judged : changes) {
      add(judged.change());
    }
  }

  /** All of them. */
  static String all(List<JudgedChange> changes) {
    return new Places(changes).text(ALL, ALL);
  }

  /** The first of them, where there are many. */
  static String some(List<JudgedChange> changes) {
    return new Places(changes).text(20, 8);
  }

  /** The first tables, with how many parts of each are concerned, where names would say little. */
  static String counted(List<JudgedChange> changes) {
    Places places = new Places(changes);
    places.parts.replaceAll(
        (owner, names) ->
            names.isEmpty() ? names : new ArrayList<>(List.of(String.valueOf(names.size()))));
    return places.text(8, 1);
  }

  private void add(Change change) {
    SchemaObject object = Alike.object(change);
    ObjectRef ref = object instanceof Grant grant ? grant.target() : object.ref();
    Optional<String> owner = owner(ref);
    List<String> names =
        parts.computeIfAbsent(owner.orElse(ref.display()), key -> new ArrayList<>());
    if (owner.isPresent()) {
      names.add(name(object));
    }
  }

  private String name(SchemaObject object) {
    if (object instanceof ForeignKey key) {
      ObjectRef target = ObjectRef.table(key.targetSchema(), key.targetTable());
      return String.join(", ", key.columns()) + (severalTargets ? " → " + target.display() : "");
    }
    return object instanceof Key key && key.primary()
        ? String.join(", ", key.columns())
        : object.ref().name();
  }

  /** The relation or type that something belongs to, as people call it. */
  static Optional<String> owner(ObjectRef ref) {
    return ref.parent().isEmpty()
        ? Optional.empty()
        : Optional.of(ObjectRef.of(ref.kind(), ref.schema(), ref.parent()).display());
  }

  private String text(int owners, int names) {
    List<String> lines =
        parts.entrySet().stream()
            .map(
                part ->
                    Markdown.code(part.getKey())
                        + (part.getValue().isEmpty()
                            ? ""
                            : " (" + few(part.getValue(), names) + ")"))
            .collect(Collectors.toCollection(ArrayList::new));
    int more = lines.size() - owners;
    return more > 0
        ? String.join(", ", lines.subList(0, owners)) + " and " + Counted.of(more) + " more"
        : String.join(", ", lines);
  }

  private static String few(List<String> names, int shown) {
    List<String> texts = names.stream().distinct().map(Markdown::text).toList();
    return texts.size() > shown
        ? String.join(", ", texts.subList(0, shown))
            + " and "
            + Counted.of(texts.size() - shown)
            + " more"
        : String.join(", ", texts);
  }
}
