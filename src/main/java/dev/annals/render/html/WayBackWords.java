package dev.annals.render.html;

import dev.annals.model.change.Reversibility;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.ReverseStatement;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import java.util.ArrayList;
import java.util.List;

/** Says how a migration is taken back, in sentences without markup and without full stops. */
public final class WayBackWords {

  private static final int SHOWN = 3;

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
      return "nothing to take back";
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
    return more > 0 ? first + "; and " + more + " more" : first;
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
