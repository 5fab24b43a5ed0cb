package dev.annals.extract.replay;

import dev.annals.extract.history.Callbacks;
import dev.annals.model.Problem;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells why a migration failed: file, line, statement, the server's words, what to do. */
final class MigrationFailure {

  private static final String ENDED = "57P01";
  private static final String GONE = "57P02";
  private static final String OTHERWISE =
      " Mend the migration, or the server it is replayed on (engine: …).";
  private static final int SHOWN = 6;

  /** White space or a comment before a statement's first word. */
  private static final Pattern ABOVE = Pattern.compile("\\s++|--[^\\n]*+|/\\*(?s:.*?)\\*/");

  private MigrationFailure() {}

  static Problem of(StatementRunner runner, SQLException e) {
    ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    StringBuilder message = new StringBuilder();
    message.append("replaying ").append(runner.path()).append(place(runner, server));
    message.append(": ").append(server == null ? e.getMessage() : server.getMessage());
    append(message, "detail", server == null ? null : server.getDetail());
    append(message, "hint", server == null ? null : server.getHint());
    append(message, "in", server == null ? null : server.getWhere());
    if (!runner.sql().isEmpty()) {
      message.append("\n").append(excerpt(runner.sql()));
    }
    String without =
        runner.inCallback() && !runner.path().equals(Callbacks.INIT)
            ? "\nTo replay without callbacks: migrations: { settings: { skipDefaultCallbacks: true } }"
            : "";
    return Problem.failure(
        message.toString(),
        advice(state(e), String.valueOf(e.getMessage()), runner.sql()) + without,
        e);
  }

  /** A session that loses its server says the same code as one that was ended on purpose. */
  private static String state(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    boolean lost = String.valueOf(e.getMessage()).contains("postmaster exit");
    return state.equals(ENDED) && lost ? GONE : state;
  }

  /**
   * The server counts characters within the statement and the comments above it; people count lines
   * within the file, where Flyway knows the line of the statement's first word.
   */
  static int line(StatementRunner runner, ServerErrorMessage server) {
    String sql = runner.sql();
    int position = Math.min(server == null ? 0 : server.getPosition() - 1, sql.length());
    Matcher above = ABOVE.matcher(sql);
    int first = 0;
    while (above.region(first, sql.length()).lookingAt()) {
      first = above.end();
    }
    return position <= first
        ? runner.line()
        : runner.line()
            + (int) sql.substring(first, position).chars().filter(c -> c == '\n').count();
  }

  /** What a Java class sends, it alone knows. */
  private static String place(StatementRunner runner, ServerErrorMessage server) {
    return runner.sql().isEmpty() ? "" : ":" + line(runner, server);
  }

  private static void append(StringBuilder message, String label, String text) {
    if (text != null && !text.isBlank()) {
      message.append("\n  ").append(label).append(": ").append(text.replace("\n", "\n    "));
    }
  }

  private static String excerpt(String sql) {
    long lines = sql.strip().lines().count();
    return sql.strip()
            .lines()
            .limit(SHOWN)
            .map(line -> "    " + line)
            .collect(Collectors.joining("\n"))
        + (lines > SHOWN ? "\n    …" : "");
  }

  private static String advice(String state, String complaint, String sql) {
    String nothing = "Nothing was published.";
    return switch (state) {
      case "42501" ->
          nothing
              + " Migrations replay as a role without superuser rights: if this one may have them,"
              + " set \"trust: true\" in annals.yml, or replay on a server of your own (scratch:"
              + " jdbc:postgresql:…).";
      case "0A000", "58P01" ->
          complaint.contains("extension") || state.equals("58P01")
              ? nothing
                  + " If an extension is missing, replay on a server that has it (scratch:"
                  + " jdbc:postgresql:…)."
              : nothing + " If another major can do that, name it (engine: postgresql …).";
      case ENDED ->
          nothing
              + " The scratch server ends what writes more than 4 GB, or half of what is free: a"
              + " replay is about structure. Replay on a server of your own if it must (scratch:"
              + " jdbc:postgresql:…).";
      case "57014" -> nothing + " The statement took too long.";
      case "53100" ->
          nothing
              + " The scratch server is in the temporary folder: free space there, or choose"
              + " another one (ANNALS_JAVA_OPTIONS=-Djava.io.tmpdir=…).";
      case "08003", "08006", GONE ->
          nothing
              + " The scratch server has gone away. Was there too little memory, or no room in the"
              + " temporary folder (ANNALS_JAVA_OPTIONS=-Djava.io.tmpdir=… names another)?";
      case "42704", "42883" -> nothing + missing(complaint, sql);
      default -> nothing + OTHERWISE;
    };
  }

  private static String missing(String complaint, String sql) {
    String extension =
        MissingExtension.advice(
            complaint.replaceFirst("^ERROR: ", "").lines().findFirst().orElse(""), sql);
    return extension.isEmpty() ? OTHERWISE : extension;
  }
}
