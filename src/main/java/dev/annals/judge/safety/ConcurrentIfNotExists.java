package dev.annals.judge.safety;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import dev.annals.script.SqlScript;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An index that is built concurrently, unless there is one of its name that may be broken. */
final class ConcurrentIfNotExists implements SafetyRule {

  private static final Pattern BUILD =
      Pattern.compile(
          "(?is)create\\s+(?:unique\\s+)?index\\s+concurrently\\s+if\\s+not\\s+exists\\b.*");

  @Override
  public String id() {
    return "concurrent-if-not-exists";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Hazard> find(Passage passage) {
    return passage.script().statements().stream()
        .filter(each -> BUILD.matcher(each.code()).matches())
        .map(each -> hazard(each, passage));
  }

  private static Hazard hazard(SqlScript.Statement statement, Passage passage) {
    List<ObjectRef> index =
        passage.observation().statements().stream()
            .filter(each -> each.line() == statement.first())
            .flatMap(each -> each.touched().stream())
            .toList();
    String name = index.isEmpty() ? "an index" : "index " + index.get(0).display();
    return new Hazard(
        index,
        "IF NOT EXISTS is content with what a failed attempt leaves of " + name,
        "A concurrent build that fails leaves an index that is not valid: no query uses it, every"
            + " write keeps it. When the migration runs again it finds the name taken, and succeeds.",
        "DROP INDEX CONCURRENTLY IF EXISTS before it, and CREATE INDEX CONCURRENTLY without IF NOT"
            + " EXISTS.",
        statement.first());
  }
}
