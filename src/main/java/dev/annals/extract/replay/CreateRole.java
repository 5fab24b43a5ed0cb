package dev.annals.extract.replay;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a migration says when it makes a role. Before PostgreSQL 16 the replaying role may not do
 * that, since it could make itself a superuser then; an ordinary role is made for it.
 */
final class CreateRole {

  private static final String DENIED = "42501";
  private static final Pattern STATEMENT =
      Pattern.compile("(?i)\\bcreate\\s+(?:role|user|group)\\s+(\"(?:[^\"]|\"\")++\"|[\\w$]+)(.*)");

  /** Rights that no role gets here. */
  private static final Pattern RIGHTS =
      Pattern.compile("(?i)\\b(superuser|replication|bypassrls|in\\s+(role|group)\\s+pg_)");

  private CreateRole() {}

  /** The ordinary role that a statement begins to make; empty where it does something else. */
  static String madeBy(String sql) {
    Matcher matcher = STATEMENT.matcher(sql.strip());
    return matcher.lookingAt() ? name(matcher, sql) : "";
  }

  /** The ordinary role that was refused, in a statement or within a block; empty for others. */
  static String refused(SQLException e, String sql) {
    ServerErrorMessage said = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    if (said == null
        || !DENIED.equals(e.getSQLState())
        || !"permission denied to create role".equals(said.getMessage())) {
      return "";
    }
    Matcher within = STATEMENT.matcher(said.getWhere() == null ? sql : said.getWhere());
    return within.find() ? name(within, within.group()) : "";
  }

  private static String name(Matcher matcher, String text) {
    if (RIGHTS.matcher(text).find()) {
      return "";
    }
    return unquoted(matcher.group(1));
  }

  /** A name as the server keeps it. */
  static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
