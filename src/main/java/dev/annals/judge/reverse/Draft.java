package dev.annals.judge.reverse;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Reversibility;
import dev.annals.model.story.ReverseStatement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the statements of a way back, phase by phase, each with the grade of its change. */
final class Draft {

  private final Map<Phase, List<ReverseStatement>> statements = new EnumMap<>(Phase.class);
  private final List<ReverseStatement> without = new ArrayList<>();
  private final Set<String> written = new HashSet<>();
  private Reversibility grade = Reversibility.EXACT;
  private String note = "";
  private String summary = "";

  /**
   * From here on statements are about this change; the first of them carries its note. Care without
   * a word of what to look out for helps nobody: where nothing is to be said, none is asked for.
   */
  void about(JudgedChange judged) {
    note = Losses.note(judged);
    Reversibility told = judged.verdict().reversibility();
    boolean careless = told == Reversibility.WITH_CARE && note.isEmpty();
    grade = careless ? Reversibility.EXACT : told;
    summary = judged.verdict().summary();
  }

  /** From here on statements serve others: what stood in their way comes back as it was. */
  void aside() {
    grade = Reversibility.EXACT;
    note = "";
    summary = "";
  }

  /** Adds a statement, unless another change needed the same one. */
  void add(Phase phase, String sql) {
    if (written.add(sql)) {
      statements
          .computeIfAbsent(phase, key -> new ArrayList<>())
          .add(new ReverseStatement(sql, grade, note));
      note = "";
    } else if (!note.isEmpty()) {
      statements
          .getOrDefault(phase, new ArrayList<>())
          .replaceAll(each -> each.sql().equals(sql) ? noted(each) : each);
    }
  }

  /** A statement that two changes need is as good as the worse of them. */
  private ReverseStatement noted(ReverseStatement statement) {
    if (!statement.note().isEmpty()) {
      return statement;
    }
    String own = note;
    note = "";
    boolean worse = grade.compareTo(statement.grade()) > 0;
    return new ReverseStatement(statement.sql(), worse ? grade : statement.grade(), own);
  }

  void add(Phase phase, List<String> sql) {
    sql.forEach(each -> add(phase, each));
  }

  /** There is nothing to run for this change, and nothing has to be. */
  void nothing() {
    if (!note.isEmpty()) {
      without.add(new ReverseStatement("", grade, note));
      note = "";
    }
  }

  /** No exact statement can be made for this change. */
  void byHand() {
    Reversibility least = grade == Reversibility.EXACT ? Reversibility.WITH_CARE : grade;
    String why = note.isEmpty() ? summary + ": no statement for that can be made here" : note;
    without.add(new ReverseStatement("", least, why));
    note = "";
  }

  /** No statement can be made for this change at all. */
  void impossible(String why) {
    note = why;
    byHand();
  }

  List<ReverseStatement> statements() {
    List<ReverseStatement> all = new ArrayList<>();
    statements.values().forEach(all::addAll);
    all.addAll(without);
    return all;
  }
}
