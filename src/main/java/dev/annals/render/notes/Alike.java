package dev.annals.render.notes;

import dev.annals.model.Counted;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a sentence about one change says, whatever it is about: changes of which it is the same can
 * be told in one.
 *
 * @param sentence the sentence, with {@link #HOLE} where the object stands
 * @param noun what several such objects are called
 */
public record Alike(String sentence, String noun) {

  private static final String HOLE = "\0";

  /** How a verb after the object reads when there are several. */
  private static final Map<String, String> VERBS =
      Map.of(
          " is ", " are ",
          " has ", " have ",
          " becomes ", " become ",
          " changes ", " change ",
          " takes ", " take ",
          " rejects ", " reject ",
          " was ", " were ",
          " shows ", " show ");

  /** So many things may be said of a change. */
  private static final int WIDTHS = 2;

  private static final List<String> KEPT = List.of(" may ", " no longer takes ");

  /**
   * What is said of constraints and unique indexes by rules that name their columns or conditions.
   */
  private static final Map<String, String> CONSTRAINTS =
      Map.ofEntries(
          Map.entry("primary-key-added", HOLE + " are new"),
          Map.entry("primary-key-promoted", HOLE + " are new, on what was unique before"),
          Map.entry("primary-key-dropped", HOLE + " are gone"),
          Map.entry("unique-added", HOLE + " are new and reject duplicates"),
          Map.entry("unique-index-added", HOLE + " are new and reject duplicates"),
          Map.entry("unique-implied", HOLE + " are new, on what was unique before"),
          Map.entry("unique-promoted", HOLE + " name what was unique before"),
          Map.entry("unique-dropped", HOLE + " are gone"),
          Map.entry("unique-index-dropped", HOLE + " are gone"),
          Map.entry("foreign-key-added", HOLE + " are new"),
          Map.entry("foreign-key-added-unvalidated", HOLE + " are new; old rows are not checked"),
          Map.entry("foreign-key-dropped", HOLE + " are gone"),
          Map.entry("check-added", HOLE + " are new"),
          Map.entry("check-added-unvalidated", HOLE + " are new; old rows are not checked"),
          Map.entry("check-implied", HOLE + " are new, of conditions that held already"),
          Map.entry("check-dropped", HOLE + " are gone"),
          Map.entry("exclusion-added", HOLE + " are new and reject rows that conflict"));

  /**
   * Changes in their order, those of which the same is said in one list, where the first one
   * stands.
   *
   * @param atLeast fewer than that stay apart
   */
  public static List<List<JudgedChange>> groups(List<JudgedChange> changes, int atLeast) {
    return groups(changes, atLeast, Alike::all);
  }

  /**
   * The same. Those that are told together have the same rule and the same effects.
   *
   * @param atLeast two or more
   * @param alike what may be said together of a change, that which says most first; nothing where
   *     it is told alone
   */
  public static List<List<JudgedChange>> groups(
      List<JudgedChange> changes, int atLeast, Function<JudgedChange, List<Alike>> alike) {
    List<List<Alike>> said = changes.stream().map(alike).toList();
    SortedMap<Integer, List<List<JudgedChange>>> groups = new TreeMap<>();
    Set<Integer> left = new TreeSet<>();
    changes.forEach(judged -> left.add(left.size()));
    for (int width = 0; width < WIDTHS; width++) {
      for (List<Integer> sort : sorts(changes, said, left, width)) {
        if (sort.size() >= atLeast) {
          groups.put(sort.get(0), List.of(sort.stream().map(changes::get).toList()));
          sort.forEach(left::remove);
        }
      }
    }
    // few of a sort stand side by side
    for (List<Integer> sort : sorts(changes, said, left, 0)) {
      groups.put(sort.get(0), sort.stream().map(i -> List.of(changes.get(i))).toList());
      sort.forEach(left::remove);
    }
    left.forEach(i -> groups.put(i, List.of(List.of(changes.get(i)))));
    return groups.values().stream().flatMap(List::stream).toList();
  }

  /** Those that are left, by what is said of them; those of which nothing is are left out. */
  private static List<List<Integer>> sorts(
      List<JudgedChange> changes, List<List<Alike>> said, Set<Integer> left, int width) {
    Map<String, List<Integer>> sorts = new LinkedHashMap<>();
    for (int i : left) {
      if (width < said.get(i).size()) {
        String sort = sort(changes.get(i).verdict(), said.get(i).get(width));
        sorts.computeIfAbsent(sort, key -> new ArrayList<>()).add(i);
      }
    }
    return List.copyOf(sorts.values());
  }

  private static String sort(Verdict verdict, Alike alike) {
    return String.join(
        HOLE,
        verdict.rule(),
        verdict.level().name(),
        verdict.readers().name(),
        verdict.writers().name(),
        verdict.data().name(),
        alike.noun,
        alike.sentence);
  }

  /** What is said of all of these; nothing where each is about itself alone. */
  public static Optional<Alike> common(List<JudgedChange> group) {
    return all(group.get(0)).stream()
        .filter(alike -> group.stream().allMatch(judged -> all(judged).contains(alike)))
        .findFirst();
  }

  /** All that may be said of a change together with others, that which says most first. */
  public static List<Alike> all(JudgedChange judged) {
    return Stream.of(of(judged), ofConstraint(judged))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<Alike> ofConstraint(JudgedChange judged) {
    SchemaObject object = object(judged.change());
    String noun = object instanceof Index ? "unique indexes" : object.ref().kind().plural();
    boolean settled =
        judged.change() instanceof Change.Added || judged.change() instanceof Change.Dropped;
    return Optional.ofNullable(CONSTRAINTS.get(judged.verdict().rule()))
        .filter(sentence -> settled)
        .filter(sentence -> sentence.contains(" gone") == judged.change() instanceof Change.Dropped)
        .map(sentence -> new Alike(sentence, noun));
  }

  /** What is said of a change; nothing where the sentence is about this one alone. */
  public static Optional<Alike> of(JudgedChange judged) {
    Change change = judged.change();
    String text = judged.verdict().summary();
    if (change instanceof Change.Added added && added.object() instanceof ForeignKey key) {
      String target = key.target().replaceFirst("^public\\.", "");
      String unchecked = "; old rows are not checked";
      return Stream.of("", unchecked)
          .filter(rest -> text.endsWith(" has to refer to " + target + rest))
          .map(rest -> new Alike(HOLE + " to " + target + " are new" + rest, "foreign keys"))
          .findFirst();
    }
    if (change instanceof Change.Added added && added.object() instanceof Index index) {
      if (judged.verdict().rule().equals("foreign-key-indexed")) {
        return Optional.of(new Alike(HOLE + " are new, for foreign keys that had none", "indexes"));
      }
      return text.startsWith("new index " + index.name() + " on ")
          ? Optional.of(new Alike(HOLE + " are new", "indexes"))
          : Optional.empty();
    }
    if (object(change) instanceof Trigger) {
      String table = Places.owner(change.subject()).orElse("");
      String begin = "writes to " + table;
      return text.startsWith(begin + " run ") || text.startsWith(begin + " no longer run ")
          ? Optional.of(
              new Alike(
                  HOLE
                      + text.substring(begin.length())
                          .replaceFirst("( from now on)?$", " on writes$1"),
                  "triggers"))
          : Optional.empty();
    }
    if (judged.verdict().rule().equals("view-column-added")) {
      return Optional.of(new Alike(HOLE + " are new in views", "columns"));
    }
    if (judged.verdict().rule().equals("index-redefined")) {
      return Optional.of(new Alike(HOLE + " are built otherwise", "indexes"));
    }
    return spoken(judged);
  }

  /** What is said of a change of a column, where the sentence begins with its name. */
  public static Optional<Alike> ofColumn(JudgedChange judged) {
    return judged.change().kind() == ObjectKind.COLUMN
        ? spoken(judged).filter(alike -> alike.sentence.startsWith(HOLE))
        : Optional.empty();
  }

  private static Optional<Alike> spoken(JudgedChange judged) {
    Change change = judged.change();
    String text = judged.verdict().summary();
    return named(change)
        .filter(name -> text.indexOf(name) == text.lastIndexOf(name) && follows(text, name))
        .map(name -> new Alike(text.replace(name, HOLE), noun(change)));
  }

  /** One sentence about several, without a full stop. */
  public String of(int count) {
    return of(Counted.of(count) + " " + noun);
  }

  /** The same, where they are few enough to be named. */
  public String of(List<String> names) {
    int last = names.size() - 1;
    return of(noun + " " + String.join(", ", names.subList(0, last)) + " and " + names.get(last));
  }

  private String of(String all) {
    if (!sentence.startsWith(HOLE)) {
      return sentence.replace(HOLE, all);
    }
    String rest = sentence.substring(1);
    String plural =
        VERBS.entrySet().stream()
            .filter(verb -> rest.startsWith(verb.getKey()))
            .map(verb -> verb.getValue() + rest.substring(verb.getKey().length()))
            .findFirst()
            .orElse(rest.replaceFirst("^ no longer takes ", " no longer take "));
    return all
        + plural
            .replace(" its ", " their ")
            .replace(" a comment", " comments")
            .replaceFirst(" supply it$", " supply them")
            .replace(" and has ", " and have ")
            .replace(" and is ", " and are ");
  }

  /** Where the sentence begins with the object, what follows has to be a verb that we know. */
  private static boolean follows(String text, String name) {
    if (!text.startsWith(name)) {
      return text.contains(name);
    }
    String rest = text.substring(name.length());
    return VERBS.keySet().stream().anyMatch(rest::startsWith)
        || KEPT.stream().anyMatch(rest::startsWith);
  }

  /** The object as its rule calls it. */
  private static Optional<String> named(Change change) {
    SchemaObject object = object(change);
    ObjectRef ref = object.ref();
    if (object instanceof EnumValue value) {
      return Optional.of(
          "value '" + value.name() + "' of enum " + Places.owner(ref).orElse(ref.parent()));
    }
    if (object instanceof Grant grant) {
      return Optional.of(grant.on().label() + " " + grant.target().display());
    }
    return change instanceof Change.Renamed
        ? Optional.empty()
        : Optional.of(ref.kind().label() + " " + ref.display());
  }

  private static String noun(Change change) {
    return object(change) instanceof Grant grant ? grant.on().plural() : change.kind().plural();
  }

  static SchemaObject object(Change change) {
    if (change instanceof Change.Added added) {
      return added.object();
    }
    if (change instanceof Change.Dropped dropped) {
      return dropped.object();
    }
    if (change instanceof Change.Altered altered) {
      return altered.after();
    }
    return change instanceof Change.Renamed renamed
        ? renamed.after()
        : ((Change.Recreated) change).after();
  }
}
