package dev.annals.render.notes;

import dev.annals.model.Counted;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
          " changes ", " change ",
          " takes ", " take ",
          " rejects ", " reject ",
          " was ", " were ",
          " shows ", " show ");

  private static final List<String> KEPT = List.of(" may ", " no longer takes ");

  /**
   * Changes in their order, those of which the same is said in one list, where the first one
   * stands.
   *
   * @param atLeast fewer than that stay apart
   */
  public static List<List<JudgedChange>> groups(List<JudgedChange> changes, int atLeast) {
    return groups(changes, atLeast, Alike::of);
  }

  /**
   * The same.
   *
   * @param atLeast two or more
   * @param alike what may be said together of a change; nothing where it is told alone
   */
  public static List<List<JudgedChange>> groups(
      List<JudgedChange> changes, int atLeast, Function<JudgedChange, Optional<Alike>> alike) {
    Map<String, List<JudgedChange>> sorts = new LinkedHashMap<>();
    for (JudgedChange judged : changes) {
      String sort =
          alike
              .apply(judged)
              .map(each -> judged.verdict().rule() + HOLE + each.noun() + each.sentence())
              .orElseGet(() -> HOLE + sorts.size());
      sorts.computeIfAbsent(sort, key -> new ArrayList<>()).add(judged);
    }
    List<List<JudgedChange>> groups = new ArrayList<>();
    for (List<JudgedChange> sort : sorts.values()) {
      if (sort.size() >= atLeast) {
        groups.add(sort);
      } else {
        sort.forEach(judged -> groups.add(List.of(judged)));
      }
    }
    return groups;
  }

  /** What is said of a change; nothing where the sentence is about this one alone. */
  public static Optional<Alike> of(JudgedChange judged) {
    Change change = judged.change();
    String text = judged.verdict().summary();
    if (change instanceof Change.Added added && added.object() instanceof ForeignKey key) {
      String target = key.target().replaceFirst("^public\\.", "");
      return text.endsWith(" has to refer to " + target)
          ? Optional.of(new Alike(HOLE + " to " + target + " are new", "foreign keys"))
          : Optional.empty();
    }
    if (change instanceof Change.Added added && added.object() instanceof Index index) {
      if (judged.verdict().rule().equals("foreign-key-indexed")) {
        return Optional.of(new Alike(HOLE + " are new, for foreign keys that had none", "indexes"));
      }
      return text.startsWith("new index " + index.name() + " on ")
          ? Optional.of(new Alike(HOLE + " are new", "indexes"))
          : Optional.empty();
    }
    if (change instanceof Change.Added added
        && added.object() instanceof Key key
        && text.startsWith(key.table() + " has the primary key (")) {
      return Optional.of(new Alike(HOLE + " are new", "primary keys"));
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
