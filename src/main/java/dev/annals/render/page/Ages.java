package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every object that any release held, with what it was from which release on. A renamed object is
 * one object. Releases of the main history are numbered in its order; behind them come those that
 * were made beside it, and are no part of what came to be what there is today.
 */
final class Ages {

  /** What has parts. */
  private static final List<ObjectKind> OWNERS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE);

  private final List<String> releases;

  /** By the number of a release that of the one it is compared with; -1 for the first. */
  private final List<Integer> before = new ArrayList<>();

  private final List<Thing> things = new ArrayList<>();

  /** What only releases beside the main history have. */
  private final List<Thing> others = new ArrayList<>();

  private final Map<ObjectRef, List<Thing>> byOwner = new HashMap<>();

  private Ages(Chronicle chronicle) {
    this.releases =
        Release.main(chronicle.releases()).stream().map(release -> release.cut().name()).toList();
  }

  /**
   * What an object was from one release on.
   *
   * @param release index of the release
   * @param object the object; null where it is there no more
   */
  record State(int release, SchemaObject object) {}

  /** An object under all its names. */
  static final class Thing {
    private final List<State> states = new ArrayList<>();
    private final List<State> beside = new ArrayList<>();
    private int seen = -1;

    /** Most objects are the very same from one release to the next. */
    @SuppressWarnings("ReferenceEquality")
    private void take(int release, SchemaObject object) {
      seen = release;
      if (states.isEmpty() || (last() != object && !last().equals(object))) {
        states.add(new State(release, object));
      }
    }

    /** Oldest first; neighbours differ. */
    List<State> states() {
      return states;
    }

    /** What it was in releases beside the main history, where that is not what it was before. */
    List<State> beside() {
      return beside;
    }

    /** What it was when it was last there. */
    SchemaObject last() {
      List<State> all = states.isEmpty() ? beside : states;
      return all.stream()
          .map(State::object)
          .filter(Objects::nonNull)
          .reduce((former, latter) -> latter)
          .orElseThrow();
    }

    boolean alive() {
      return !states.isEmpty() && states.get(states.size() - 1).object() != null;
    }

    /** What it was at a release; null where it was not there. */
    SchemaObject at(int release) {
      SchemaObject object = null;
      for (State state : states) {
        if (state.release() <= release) {
          object = state.object();
        }
      }
      return object;
    }
  }

  /** The objects of a chronicle's releases. */
  static Ages of(Chronicle chronicle) {
    Ages ages = new Ages(chronicle);
    Map<ObjectRef, Thing> alive = new LinkedHashMap<>();
    List<Release> main = Release.main(chronicle.releases());
    List<Map<ObjectRef, Thing>> then = new ArrayList<>();
    for (int i = 0; i < main.size(); i++) {
      alive = ages.step(i, main.get(i), alive);
      then.add(alive);
      ages.before.add(i - 1);
    }
    ages.beside(chronicle.releases(), then);
    ages.things.forEach(
        thing ->
            ages.byOwner
                .computeIfAbsent(owner(thing.last().ref()), ref -> new ArrayList<>())
                .add(thing));
    return ages;
  }

  private Map<ObjectRef, Thing> step(int release, Release cut, Map<ObjectRef, Thing> alive) {
    if (release > 0 && cut.changes().isEmpty()) {
      return alive;
    }
    Schema schema = cut.cut().schema().schema();
    Map<ObjectRef, ObjectRef> former = former(cut);
    Set<ObjectRef> added = added(cut);
    Map<ObjectRef, Thing> next = new LinkedHashMap<>();
    for (SchemaObject object : schema.objects()) {
      ObjectRef ref = object.ref();
      Thing thing = isNew(ref, added) ? null : alive.get(former(ref, former));
      if (thing == null || thing.seen == release) {
        thing = new Thing();
        things.add(thing);
      }
      thing.take(release, object);
      next.put(object.ref(), thing);
    }
    alive.values().stream()
        .filter(thing -> thing.seen != release)
        .forEach(thing -> thing.states.add(new State(release, null)));
    return next;
  }

  private void beside(List<Release> all, List<Map<ObjectRef, Thing>> then) {
    Map<ObjectRef, Thing> named = new HashMap<>();
    for (Thing thing : all.stream().anyMatch(Release::aside) ? things : List.<Thing>of()) {
      thing.states.stream()
          .filter(state -> state.object() != null)
          .forEach(state -> named.put(state.object().ref(), thing));
    }
    int next = 0;
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).aside()) {
        int number = before.size();
        before.add(numbers.get(Release.before(all, i)));
        then.add(stepBeside(number, all.get(i), then.get(before.get(number)), named));
        numbers.add(number);
      } else {
        numbers.add(next++);
      }
    }
  }

  /** What comes there under a name that the main history has, too, is that. */
  private Map<ObjectRef, Thing> stepBeside(
      int release, Release cut, Map<ObjectRef, Thing> alive, Map<ObjectRef, Thing> named) {
    Map<ObjectRef, ObjectRef> former = former(cut);
    Map<ObjectRef, Thing> next = new LinkedHashMap<>();
    for (SchemaObject object : cut.cut().schema().schema().objects()) {
      ObjectRef ref = object.ref();
      Thing thing = alive.getOrDefault(former(ref, former), named.get(ref));
      if (thing == null || thing.seen == release) {
        thing = new Thing();
        others.add(thing);
        named.put(ref, thing);
      }
      SchemaObject then = at(thing, before.get(release));
      thing.seen = release;
      if (!object.equals(then)) {
        thing.beside.add(new State(release, object));
      }
      next.put(ref, thing);
    }
    alive.values().stream()
        .filter(thing -> thing.seen != release)
        .forEach(thing -> thing.beside.add(new State(release, null)));
    return next;
  }

  private SchemaObject at(Thing thing, int release) {
    if (release < releases.size()) {
      return thing.at(release);
    }
    for (State state : thing.beside) {
      if (state.release() == release) {
        return state.object();
      }
    }
    return at(thing, before.get(release));
  }

  /** The number of the release that one beside the main history is compared with. */
  int before(int release) {
    return before.get(release);
  }

  /** What only releases beside the main history have. */
  List<Thing> others() {
    return others;
  }

  private static Set<ObjectRef> added(Release release) {
    Set<ObjectRef> added = new HashSet<>();
    for (JudgedChange judged : release.changes()) {
      if (judged.change() instanceof Change.Added) {
        added.add(judged.change().subject());
      }
    }
    return added;
  }

  /** True for what took the place of something else of its name: it is not that. */
  private static boolean isNew(ObjectRef ref, Set<ObjectRef> added) {
    if (added.contains(ref) || ref.parent().isEmpty()) {
      return added.contains(ref);
    }
    return OWNERS.stream()
        .anyMatch(kind -> added.contains(ObjectRef.of(kind, ref.schema(), ref.parent())));
  }

  /** New address to old one. */
  private static Map<ObjectRef, ObjectRef> former(Release release) {
    Map<ObjectRef, ObjectRef> former = new TreeMap<>();
    release
        .changes()
        .forEach(
            judged -> {
              if (judged.change() instanceof Change.Renamed renamed) {
                former.put(renamed.after().ref(), renamed.before().ref());
              }
            });
    return former;
  }

  private static ObjectRef former(ObjectRef ref, Map<ObjectRef, ObjectRef> former) {
    ObjectRef own = former.get(ref);
    if (own != null || former.isEmpty() || ref.parent().isEmpty()) {
      return own == null ? ref : own;
    }
    for (ObjectKind kind : OWNERS) {
      ObjectRef was = former.get(ObjectRef.of(kind, ref.schema(), ref.parent()));
      if (was != null) {
        return new ObjectRef(ref.kind(), was.schema(), was.name(), ref.name());
      }
    }
    return ref;
  }

  private static ObjectRef owner(ObjectRef ref) {
    return ObjectRef.table(ref.schema(), ref.owner());
  }

  /** A text that differs where the ages of a relation or type and its parts do. */
  String text(ObjectRef owner) {
    List<String> parts = new ArrayList<>();
    List<SchemaObject> objects = new ArrayList<>();
    for (Thing thing : of(owner)) {
      parts.add(String.valueOf(thing.states.size()));
      for (State state : thing.states) {
        parts.add(releases.get(state.release()));
        parts.add(state.object() == null ? "" : state.object().ref().kind().name());
        Optional.ofNullable(state.object()).ifPresent(objects::add);
      }
    }
    parts.add(Key.of(Packed.plain(objects)).hex());
    return Key.of(parts.toArray(String[]::new)).hex();
  }

  /** All of them, in the order in which they came. */
  List<Thing> things() {
    return things;
  }

  /** A relation or type and its parts, dead ones included. */
  List<Thing> of(ObjectRef owner) {
    return byOwner.getOrDefault(owner(owner), List.of());
  }
}
