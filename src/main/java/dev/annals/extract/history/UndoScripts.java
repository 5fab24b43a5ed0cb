package dev.annals.extract.history;

import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rollback scripts: paid editions of Flyway run them, we read them. */
final class UndoScripts {

  private final Pattern name;

  UndoScripts(FlywaySettings settings) {
    String prefix = settings.get("undoSqlMigrationPrefix");
    String separator = settings.get("sqlMigrationSeparator");
    this.name =
        Pattern.compile(
            Pattern.quote(prefix.isEmpty() ? "U" : prefix)
                + "(\\d[0-9._]*)"
                + Pattern.quote(separator.isEmpty() ? "__" : separator)
                + "(.+)(?i:"
                + suffixes(settings.get("sqlMigrationSuffixes"))
                + ")");
  }

  private static String suffixes(String names) {
    return Stream.of((names.isEmpty() ? ".sql" : names).split(","))
        .map(name -> Pattern.quote(name.strip()))
        .collect(Collectors.joining("|"));
  }

  boolean isUndo(String path) {
    return matcher(path).matches();
  }

  private Matcher matcher(String path) {
    return name.matcher(path.substring(path.lastIndexOf('/') + 1));
  }

  Migration read(MemoryResource resource) {
    Matcher matcher = matcher(resource.getAbsolutePath());
    matcher.matches();
    String text = resource.text();
    return new Migration(
        MigrationKind.UNDO,
        matcher.group(1).replace('_', '.').replaceAll("\\.$", ""),
        matcher.group(2).replace('_', ' '),
        resource.getAbsolutePath(),
        0,
        text,
        LeadingComment.of(text),
        Commit.UNKNOWN,
        List.of());
  }
}
