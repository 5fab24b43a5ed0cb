package dev.annals.render.page;

import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables and views that other pages, a wiki's for instance, show a card of.
 *
 * @param refs what has a card
 */
record Embeds(Set<ObjectRef> refs) {

  static final Embeds NONE = new Embeds(Set.of());

  /**
   * Those that a team names; {@code *} for all.
   *
   * @throws Problem if there is nothing of a name
   */
  static Embeds of(SiteIndex index, List<String> names) {
    Set<ObjectRef> refs = new TreeSet<>();
    List<ObjectRef> all =
        Surroundings.relations(index.schema()).stream().map(SchemaObject::ref).toList();
    for (String name : names) {
      if (name.equals("*")) {
        refs.addAll(all);
      } else {
        refs.add(
            index
                .names()
                .object(name)
                .filter(ref -> ref.kind().isRelation())
                .orElseThrow(() -> unknown(name, all)));
      }
    }
    return new Embeds(refs);
  }

  private static Problem unknown(String name, List<ObjectRef> all) {
    String near = Nearest.suggestion(name, all.stream().map(ObjectRef::display).toList());
    return Problem.usage(
        "making what other pages embed: there is no table or view \"" + name + "\"",
        near.isEmpty() ? "Look at the list \"embeds\" of the configuration." : near);
  }

  boolean has(ObjectRef ref) {
    return refs.contains(ref);
  }

  /** Where the card of a relation is. */
  static String page(ObjectRef ref) {
    return "embed/" + PageNames.stem(ref) + ".html";
  }

  /** Where the picture of a relation is. */
  static String picture(ObjectRef ref) {
    return "embed/" + PageNames.stem(ref) + ".svg";
  }
}
