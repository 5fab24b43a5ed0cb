package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/** Finds scripts that end the transaction that they run in: such cannot be taken back. */
final class OwnTransaction {

  private static final Pattern ENDS =
      Pattern.compile(
          "(?is)(?:\\s++|--[^\\n]*+(?:\\n|\\z)|/\\*.*?\\*/)*+"
              + "(commit|end|abort|rollback(?!\\s+(?:(?:work|transaction)\\s+)?to\\b)"
              + "|prepare\\s+transaction)\\b.*");

  private OwnTransaction() {}

  /** Why a script cannot be tried; empty where it can. */
  static String in(PlannedMigration script) {
    try (SqlStatementIterator statements = script.script().getSqlStatements()) {
      while (statements.hasNext()) {
        SqlStatement next = statements.next();
        Matcher matcher = ENDS.matcher(next.getSql());
        if (matcher.matches()) {
          return "it ends its transaction itself (line " + next.getLineNumber() + ")";
        }
      }
    }
    return "";
  }
}
