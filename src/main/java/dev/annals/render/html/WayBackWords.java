package dev.annals.render.html;

import dev.annals.model.Counted;
import dev.annals.model.change.Reversibility;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.ReverseStatement;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says how a migration is taken back, in sentences without markup and without full stops. */
public final class WayBackWords {

  private static final int SHOWN = 3;

  private static final int NAMED = 5;

  private static final Pattern OBJECT =
      Pattern.compile(
          "(?s)(.*?) ("
              + Arrays.stream(ObjectKind.values())
                  .map(ObjectKind::label)
                  .sorted(Comparator.comparingInt(String::length).reversed())
                  .collect(Collectors.joining("|"))
              + ") (.+)");

  private WayBackWords() {}

  /** The way back of a step; a chronicle of an older format has none. */
  public static WayBack of(Chronicle chronicle, int step) {
    return step < chronicle.waysBack().size()
        ? chronicle.waysBack().get(step)
        : new WayBack(new Undo.Missing(), List.of());
  }

  /** What the undo script is worth, to be read after its path; empty where there is none. */
  public static String tried(Undo undo) {
    if (undo instanceof Undo.Restores restores) {
      return restores.moved().isEmpty()
          ? "gives back the schema before"
          : "gives back the schema before, some columns at other places";
    }
    if (undo instanceof Undo.Differs differs) {
      return "runs, but does not give the schema before: " + few(differs.differences());
    }
    if (undo instanceof Undo.Fails fails) {
      return "fails"
          + (fails.line() > 0 ? " at line " + fails.line() : "")
          + ": "
          + fails.message();
    }
    return undo instanceof Undo.Untried untried ? "was not tried: " + untried.reason() : "";
  }

  /** What the generated statements are worth. */
  public static String generated(WayBack way) {
    if (way.statements().isEmpty()) {
      return "nothing in the schema to take back";
    }
    boolean gaps = way.statements().stream().anyMatch(statement -> statement.sql().isEmpty());
    if (gaps) {
      return way.statements().size() == 1
          ? "there is no statement that takes it back"
          : "generated statements take back a part of it";
    }
    return way.grade() == Reversibility.EXACT
        ? "generated statements take it back"
        : way.grade() == Reversibility.WITH_CARE
            ? "generated statements take it back, with care"
            : "generated statements give the structure back, not what it held";
  }

  /** A list of which only the beginning is told. */
  public static String few(List<String> items) {
    String first = String.join("; ", items.subList(0, Math.min(SHOWN, items.size())));
    int more = items.size() - SHOWN;
    return more > 0 ? first + "; and " + Counted.of(more) + " more" : first;
  }

  /**
   * What going back loses, in few words: what differs in its object alone is told once.
   *
   * @param notes sentences that end with kind and name of an object
   */
  public static String lost(List<String> notes) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (String note : notes) {
      Matcher matcher = OBJECT.matcher(note);
      if (matcher.matches()) {
        String what = matcher.group(1) + " " + matcher.group(2);
        alike.computeIfAbsent(what, key -> new ArrayList<>()).add(matcher.group(3));
      } else {
        alike.put(note, List.of());
      }
    }
    List<String> told = new ArrayList<>();
    alike.forEach((what, names) -> told.add(names.isEmpty() ? what : objects(what, names)));
    return few(told);
  }

  private static String objects(String what, List<String> names) {
    if (names.size() == 1) {
      return what + " " + names.get(0);
    }
    String kinds = what;
    for (ObjectKind kind : ObjectKind.values()) {
      if (what.endsWith(" " + kind.label())) {
        kinds = what.substring(0, what.length() - kind.label().length()) + kind.plural();
      }
    }
    int more = names.size() - NAMED;
    return kinds
        + " "
        + (more > 1
            ? String.join(", ", names.subList(0, NAMED)) + " and " + Counted.of(more) + " more"
            : String.join(", ", names));
  }

  /** What going back through several steps comes to. */
  public static String sum(Chronicle chronicle, List<Integer> steps) {
    long lossy =
        steps.stream()
            .map(step -> of(chronicle, step))
            .filter(way -> way.grade() == Reversibility.IRREVERSIBLE)
            .count();
    String all = steps.size() + (steps.size() == 1 ? " step" : " steps, the last migration first");
    return all
        + (lossy == 0
            ? ""
            : "; "
                + lossy
                + (lossy == 1 ? " does not bring" : " do not bring")
                + " back all that was there");
  }

  /** The statements as a script to run; what is lost stands above them as comments. */
  public static String script(WayBack way) {
    List<String> lines = new ArrayList<>();
    for (ReverseStatement statement : way.statements()) {
      boolean byHand = statement.sql().isEmpty();
      String mark =
          byHand
              ? "not here: "
              : statement.grade() == Reversibility.EXACT
                  ? ""
                  : statement.grade() == Reversibility.WITH_CARE ? "with care: " : "irreversible: ";
      if (!statement.note().isEmpty()) {
        lines.add("-- " + mark + statement.note().replaceAll("\\s*[\\r\\n]+\\s*", " "));
      }
      if (!byHand) {
        lines.add(statement.sql() + ";");
      }
    }
    return String.join("\n", lines);
  }
}
