package dev.annals.extract.replay;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The role in whose name a migration wants to act, or that is to own something. Since PostgreSQL 16
 * who makes a role may grant it to others and is no member of it himself: a superuser would not
 * notice, and the replaying role is made a member.
 */
final class ActingRole {

  private static final String DENIED = "42501";

  /** What the server says, in its message or the detail of it. */
  private static final List<Pattern> SAID =
      List.of(
          Pattern.compile("must be able to SET ROLE \"(.*)\""),
          Pattern.compile("permission denied to set role \"(.*)\""),
          Pattern.compile("Only roles with privileges of role \"(.*)\" may .*"));

  private static final Pattern DEFAULTS =
      Pattern.compile(
          "(?is)alter\\s+default\\s+privileges\\b.*?\\bfor\\s+(?:role|user)\\s+(\"(?:[^\"]|\"\")++\"|[\\w$]+).*");

  private ActingRole() {}

  /** The role that the server refused to act as; empty where it refused something else. */
  static String refused(SQLException e, String sql) {
    ServerErrorMessage said = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    if (said == null || !DENIED.equals(e.getSQLState())) {
      return "";
    }
    for (Pattern pattern : SAID) {
      for (String text : new String[] {said.getMessage(), said.getDetail()}) {
        Matcher matcher = pattern.matcher(String.valueOf(text));
        if (matcher.matches()) {
          return matcher.group(1);
        }
      }
    }
    Matcher defaults = DEFAULTS.matcher(sql.strip());
    return "permission denied to change default privileges".equals(said.getMessage())
            && defaults.lookingAt()
        ? CreateRole.unquoted(defaults.group(1))
        : "";
  }
}
