package dev.annals.judge.safety;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import dev.annals.script.SqlScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows are rewritten while a lock is held that an earlier statement of the transaction took. */
final class DdlWithBackfill implements SafetyRule {

  private static final String NAME =
      "((?:\"[^\"]+\"|[\\w$]+)(?:\\s*\\.\\s*(?:\"[^\"]+\"|[\\w$]+))?)";
  private static final Pattern WRITES =
      Pattern.compile(
          "(?is)\\s*(?:update|delete\\s+from|merge\\s+into)\\s+(?:only\\s+)?" + NAME + ".*");

  /** A row that is named by a value is no backfill. */
  private static final Pattern FEW =
      Pattern.compile(
          "(?is).*\\bwhere\\b.*(?:=\\s*(?:\\x27|\\d|\\$\\{)|\\bin\\s*\\(\\s*(?:\\x27|\\d)).*");

  @Override
  public String id() {
    return "ddl-with-backfill";
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
    if (!passage.observation().transactional()) {
      return Stream.empty();
    }
    return passage.locked().stream()
        .flatMap(
            table ->
                passage.lines().touching(table).stream()
                    .filter(
                        each -> each.code().matches("(?is)\\s*(alter|drop|create|truncate)\\b.*"))
                    .limit(1)
                    .map(each -> new Taken(table, each)))
        .min((a, b) -> Integer.compare(a.by().first(), b.by().first()))
        .flatMap(taken -> hazard(taken, passage))
        .stream();
  }

  /** The first lock that others wait for, and the statement that takes it. */
  private record Taken(ObjectRef table, SqlScript.Statement by) {}

  private static Optional<Hazard> hazard(Taken taken, Passage passage) {
    List<SqlScript.Statement> all = passage.script().statements();
    for (SqlScript.Statement statement : all.subList(all.indexOf(taken.by()) + 1, all.size())) {
      Matcher writes = WRITES.matcher(statement.code());
      Optional<ObjectRef> target =
          writes.matches() ? table(writes.group(1), passage) : Optional.empty();
      if (target.isPresent()) {
        String lock = passage.lock(taken.table()).label();
        return Optional.of(
            new Hazard(
                    List.of(target.get(), taken.table()),
                    "rows of "
                        + target.get().display()
                        + " are changed while "
                        + taken.table().display()
                        + " is locked ("
                        + lock
                        + " since line "
                        + taken.by().first()
                        + ")",
                    "A lock is held until the transaction ends: "
                        + passage.lock(taken.table()).blocks()
                        + " wait until every row is changed.",
                    "Change rows in a migration of its own, in batches where there are many.",
                    statement.first())
                .doubtfulIf(FEW.matcher(statement.text()).matches()));
      }
    }
    return Optional.empty();
  }

  /** The table of that name, if others can be using it. */
  private static Optional<ObjectRef> table(String written, Passage passage) {
    String[] parts = written.split("\\.");
    String name = plain(parts[parts.length - 1]);
    String schema = parts.length > 1 ? plain(parts[0]) : "";
    return passage
        .before()
        .all(Table.class)
        .filter(each -> each.name().equals(name))
        .filter(each -> schema.isEmpty() || each.schema().equals(schema))
        .map(Table::ref)
        .filter(passage::isOld)
        .findFirst();
  }

  private static String plain(String name) {
    String text = name.strip();
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text.toLowerCase(Locale.ROOT);
  }
}
