package dev.annals.app.diff;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Severity;
import dev.annals.script.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes that break users, as findings beside the statements that make them. */
final class ChangeFindings {

  private final Preview preview;
  private final Optional<Level> failing;

  /**
   * @param failing from which level on a change is an error; by default it is a warning, and one
   *     that may break somebody a remark
   */
  ChangeFindings(Preview preview, Optional<Level> failing) {
    this.preview = preview;
    this.failing = failing;
  }

  /** A finding for each that is none already, since the team has given its rule a level. */
  List<Finding> all() {
    return preview.changes().stream()
        .filter(judged -> judged.verdict().level().compareTo(Level.POTENTIALLY_BREAKING) >= 0)
        .filter(judged -> preview.findings().stream().noneMatch(told -> same(told, judged)))
        .map(this::finding)
        .toList();
  }

  private static boolean same(Finding finding, JudgedChange judged) {
    return finding.rule().equals(judged.verdict().rule())
        && finding.subjects().equals(List.of(judged.change().subject()));
  }

  private Finding finding(JudgedChange judged) {
    ObjectRef subject = judged.change().subject();
    Optional<Migration> maker = maker(subject);
    return new Finding(
        judged.verdict().rule(),
        severity(judged.verdict().level()),
        Confidence.HIGH,
        List.of(subject),
        judged.verdict().summary(),
        sentences(judged.verdict().notes().stream()),
        sentences(Stream.of(judged.verdict().instead())),
        maker.map(Migration::path).orElse(""),
        maker.map(migration -> line(migration, subject)).orElse(0),
        maker.map(Migration::name).orElse(""),
        "");
  }

  private Severity severity(Level level) {
    if (failing.isPresent() && level.compareTo(failing.get()) >= 0) {
      return Severity.ERROR;
    }
    return level == Level.BREAKING ? Severity.WARNING : Severity.INFO;
  }

  private static String sentences(Stream<String> texts) {
    return String.join(" ", texts.filter(text -> !text.isEmpty()).map(text -> text + ".").toList());
  }

  /** The last migration that touches it: the net effect has one line. */
  private Optional<Migration> maker(ObjectRef subject) {
    Migration found = null;
    for (JudgedStep step : preview.steps()) {
      if (step.changes().stream().anyMatch(each -> each.change().subject().equals(subject))) {
        found = step.step().migration();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The line that names it in the first statement that names it and what it belongs to. */
  private static int line(Migration migration, ObjectRef subject) {
    List<String> lines = migration.sql().lines().toList();
    Pattern name = word(subject.name());
    Pattern owner = word(subject.owner());
    return SqlScript.of(migration.sql()).statements().stream()
        .map(each -> lines.subList(each.first() - 1, Math.min(each.last(), lines.size())))
        .filter(text -> owner.matcher(String.join("\n", text)).find())
        .flatMap(text -> text.stream().filter(line -> name.matcher(line).find()).limit(1))
        .findFirst()
        .map(line -> lines.indexOf(line) + 1)
        .orElse(0);
  }

  private static Pattern word(String name) {
    return Pattern.compile(
        "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
