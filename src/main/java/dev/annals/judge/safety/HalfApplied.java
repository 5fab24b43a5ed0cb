package dev.annals.judge.safety;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import dev.annals.script.SqlScript;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A migration of several statements runs in no transaction. */
final class HalfApplied implements SafetyRule {

  private static final Pattern ACTING =
      Pattern.compile(
          "(?i)(create|alter|drop|insert|update|delete|merge|truncate|do|with|refresh|reindex|copy)"
              + "\\b");

  @Override
  public String id() {
    return "half-applied";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    if (passage.observation().transactional() || passage.index() == 0) {
      return Stream.empty();
    }
    List<SqlScript.Statement> acting =
        passage.script().statements().stream()
            .filter(each -> ACTING.matcher(each.code()).lookingAt())
            .toList();
    return acting.size() < 2
        ? Stream.empty()
        : Stream.of(
            new Hazard(
                List.of(),
                "migration "
                    + passage.migration().name()
                    + " has "
                    + acting.size()
                    + " statements and runs in no transaction",
                "Where one fails, those before it stay: the migration is marked as failed, and does"
                    + " not run again before somebody has taken back by hand what it did.",
                "Give each statement that cannot be in a transaction a migration of its own.",
                acting.get(1).first()));
  }
}
