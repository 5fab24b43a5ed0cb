package dev.annals.judge.rules;

import dev.annals.judge.rules.ExampleReplay.Judged;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code MEASURED.md}: what each rule's example did on each major. */
final class MeasuredTable {

  /** The majors that are supported. */
  static final List<Integer> MAJORS = List.of(14, 15, 16, 17, 18);

  /** On a major that the example is too new for. */
  static final String TOO_OLD = "–";

  private static final Path FILE = Path.of("examples/rules/MEASURED.md");
  private static final String UNWATCHED = "not watched";
  private static final String HEAD =
      """
      # What was measured

      The strongest lock on a table that existed before, and the work on its rows, while each rule's example ran on
      each major of PostgreSQL: `examples/rules/<rule>/migration.sql` as a whole. Written by
      `mvn test -Dtest=MeasuredIT -Dgolden.update=true`; tests compare it with the servers and with what the rules claim.

      – stands where the example needs a newer major, *not watched* where it runs as a superuser or compares by name.
      Locks that only readers and writers take are left out. The server scans the tables of a domain without
      saying so: that is missing here, and the rules claim it.

      """;

  private final SortedMap<String, SortedMap<Integer, String>> rows = new TreeMap<>();

  /** The table as it was written. */
  static MeasuredTable read() throws IOException {
    MeasuredTable table = new MeasuredTable();
    if (Files.exists(FILE)) {
      Files.readAllLines(FILE).stream()
          .filter(line -> line.startsWith("| ") && !line.startsWith("| Rule "))
          .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
          .forEach(table::add);
    }
    return table;
  }

  private void add(String[] cells) {
    for (int i = 0; i < MAJORS.size(); i++) {
      put(cells[0], MAJORS.get(i), cells[i + 1]);
    }
  }

  /** What is written for a rule and a major; empty where nothing is. */
  String cell(String rule, int major) {
    return rows.getOrDefault(rule, new TreeMap<>()).getOrDefault(major, "");
  }

  void put(String rule, int major, String cell) {
    rows.computeIfAbsent(rule, id -> new TreeMap<>()).put(major, cell);
  }

  /** Writes it, with the rules that there are. */
  void write() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("| Rule |");
    MAJORS.forEach(major -> text.append(' ').append(major).append(" |"));
    text.append("\n|---|").append("---|".repeat(MAJORS.size())).append('\n');
    for (String rule : rules()) {
      text.append("| ").append(rule).append(" |");
      MAJORS.forEach(major -> text.append(' ').append(cell(rule, major)).append(" |"));
      text.append('\n');
    }
    Files.writeString(FILE, text);
  }

  /** The rules that it has a row for. */
  List<String> written() {
    return List.copyOf(rows.keySet());
  }

  /** The rules that it should have a row for. */
  static List<String> rules() {
    return RuleCatalogue.rules().stream().map(VerdictRule::id).sorted().toList();
  }

  /** What a migration did, in few words. */
  static String cell(Judged judged) {
    if (judged.seen().equals(Observation.NOTHING)) {
      return UNWATCHED;
    }
    List<String> words = new ArrayList<>();
    Lock lock = RuleExamplesIT.lock(judged);
    if (!judged.seen().transactional()) {
      words.add("outside a transaction");
    } else if (lock != Lock.NONE) {
      words.add(lock.label());
    }
    for (Work work : RuleExamplesIT.work(judged)) {
      words.add(work == Work.INDEX_BUILD ? "index" : work.name().toLowerCase(Locale.ROOT));
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
