package dev.annals.judge.rules;

import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectRef;
import dev.annals.script.RowChange;
import dev.annals.script.SqlScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of migrations one after another: the difference between two schemas does not tell
 * what became of the rows on the way.
 */
public final class Route {

  /** Nothing is known of the way. */
  public static final Route UNKNOWN = new Route(List.of());

  private static final String NAME = "([\\w$]+|\"[^\"]+\")";

  private static final Pattern RENAMED =
      Pattern.compile(
          "(?i)\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?:[\\w$\"{}]+\\s*\\.\\s*)?"
              + NAME
              + "\\s+rename\\s+(?:column\\s+)?(?:"
              + NAME
              + "\\s+)?to\\s+"
              + NAME);

  private static final Pattern CONCURRENTLY =
      Pattern.compile("(?i)\\bcreate\\s+(?:unique\\s+)?index\\s+concurrently\\b");

  private final List<Step> steps;
  private List<Stop> stops;
  private List<Renaming> renamings;
  private List<Copies.Filling> fillings;
  private List<Stop> concurrentBuilds;
  private Map<ObjectRef, List<Stop>> shaping;
  private Map<String, List<Stop>> changing;

  private Route(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The way of these steps. */
  public static Route of(List<Step> steps) {
    return new Route(steps);
  }

  /**
   * One statement.
   *
   * @param number of how many it comes after
   * @param code its text without what stands in quotation marks
   * @param touched what it shaped
   * @param rows what it did to rows
   */
  record Stop(int number, String code, List<ObjectRef> touched, List<RowChange> rows) {

    boolean names(Set<String> words) {
      return words.stream().anyMatch(word -> name(word).matcher(code).find());
    }

    boolean changesOldRows(ObjectRef table) {
      return rows.stream().anyMatch(row -> row.verb().touchesOldRows() && isOn(row, table));
    }
  }

  static boolean isOn(RowChange row, ObjectRef table) {
    return row.table().equalsIgnoreCase(table.name())
        && (row.schema().isEmpty() || row.schema().equalsIgnoreCase(table.schema()));
  }

  /** The statements, in order. */
  List<Stop> stops() {
    if (stops == null) {
      List<Stop> all = new ArrayList<>();
      steps.forEach(step -> read(step, all));
      stops = List.copyOf(all);
    }
    return stops;
  }

  /** The statements that shape a table, in order. */
  List<Stop> shaping(ObjectRef table) {
    if (shaping == null) {
      Map<ObjectRef, List<Stop>> all = new HashMap<>();
      for (Stop stop : stops()) {
        stop.touched().stream()
            .map(ref -> ObjectRef.table(ref.schema(), ref.owner()))
            .distinct()
            .forEach(shaped -> all.computeIfAbsent(shaped, key -> new ArrayList<>()).add(stop));
      }
      shaping = all;
    }
    return shaping.getOrDefault(table, List.of());
  }

  /** The statements that change rows of a table which were there before, in order. */
  List<Stop> changingOldRows(ObjectRef table) {
    if (changing == null) {
      Map<String, List<Stop>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (Stop stop : stops()) {
        stop.rows().stream()
            .filter(row -> row.verb().touchesOldRows())
            .map(RowChange::table)
            .distinct()
            .forEach(name -> all.computeIfAbsent(name, key -> new ArrayList<>()).add(stop));
      }
      changing = all;
    }
    return changing.getOrDefault(table.name(), List.of()).stream()
        .filter(stop -> stop.changesOldRows(table))
        .toList();
  }

  /** What the statements fill with rows of another table, in order. */
  List<Copies.Filling> fillings() {
    if (fillings == null) {
      fillings = Copies.in(stops());
    }
    return fillings;
  }

  /** The statements that build an index beside writers. */
  List<Stop> concurrentBuilds() {
    if (concurrentBuilds == null) {
      concurrentBuilds =
          stops().stream().filter(stop -> CONCURRENTLY.matcher(stop.code()).find()).toList();
    }
    return concurrentBuilds;
  }

  /** The whole text; what a migration says in comments is in it, too. */
  List<String> scripts() {
    return steps.stream().map(step -> step.migration().sql()).toList();
  }

  /**
   * True where rows of a table are updated, deleted or emptied before the last statement that
   * shapes it and names one of the words.
   */
  boolean mendsRowsBefore(ObjectRef table, Set<String> words) {
    List<Stop> changes = changingOldRows(table);
    return !changes.isEmpty()
        && shaping(table).stream()
            .anyMatch(stop -> stop.number() > changes.get(0).number() && stop.names(words));
  }

  /** The names that a table's column had on the way, the one at its end or beginning among them. */
  Set<String> columnNames(ObjectRef table, String name) {
    Set<String> tables = tableNames(table.name());
    Set<String> names = new HashSet<>(Set.of(name));
    for (Renaming renaming : renamings()) {
      if (!renaming.column().isEmpty() && tables.contains(renaming.table())) {
        join(names, renaming.column(), renaming.to());
      }
    }
    return names;
  }

  /** The names that a table had on the way. */
  Set<String> tableNames(String name) {
    Set<String> names = new HashSet<>(Set.of(name));
    for (Renaming renaming : renamings()) {
      if (renaming.column().isEmpty()) {
        join(names, renaming.table(), renaming.to());
      }
    }
    return names;
  }

  /**
   * A statement that gives a table or a column another name.
   *
   * @param column empty where it is the table's
   */
  private record Renaming(String table, String column, String to) {}

  private List<Renaming> renamings() {
    if (renamings == null) {
      List<Renaming> all = new ArrayList<>();
      for (Stop stop : stops()) {
        Matcher matcher = RENAMED.matcher(stop.code());
        if (matcher.find()) {
          String column = matcher.group(2);
          all.add(
              new Renaming(
                  plain(matcher.group(1)),
                  column == null ? "" : plain(column),
                  plain(matcher.group(3))));
        }
      }
      renamings = List.copyOf(all);
    }
    return renamings;
  }

  private static void join(Set<String> names, String from, String to) {
    if (names.contains(from) || names.contains(to)) {
      names.add(from);
      names.add(to);
    }
  }

  private static void read(Step step, List<Stop> stops) {
    SqlScript script = SqlScript.of(step.migration().sql());
    List<Observation.Statement> seen =
        step.observation().statements().stream()
            .sorted(Comparator.comparingInt(Observation.Statement::line))
            .toList();
    int next = 0;
    for (SqlScript.Statement statement : script.statements()) {
      while (next < seen.size() && seen.get(next).line() < statement.first()) {
        next++; // statements begin on later and later lines
      }
      List<ObjectRef> touched =
          seen.subList(next, seen.size()).stream()
              .takeWhile(each -> each.line() <= statement.last())
              .flatMap(each -> each.touched().stream())
              .toList();
      stops.add(new Stop(stops.size(), statement.code(), touched, RowChange.of(statement)));
    }
  }

  private static Pattern name(String word) {
    return Pattern.compile(
        "(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String plain(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1)
        : name.toLowerCase(Locale.ROOT);
  }
}
