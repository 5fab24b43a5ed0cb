package dev.annals.ddl;

import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that give and take rights. A right that ends in a star may be passed on. */
public final class GrantDdl {

  private static final Pattern COLUMN =
      Pattern.compile("(\"(?:[^\"]|\"\")++\"|[^.\"]+)\\.(.*)", Pattern.DOTALL);
  private static final Pattern ROUTINE = Pattern.compile("(.*)(\\(.*\\))", Pattern.DOTALL);

  private GrantDdl() {}

  /** Gives some rights on an object. */
  public static List<String> grant(Grant grant, List<String> rights) {
    return statements(rights, "GRANT ", columns(grant), on(grant), " TO ", grant.grantee());
  }

  /** Takes some rights on an object. */
  public static List<String> revoke(Grant grant, List<String> rights) {
    return List.of(
        statement(rights, "REVOKE ", columns(grant), on(grant), " FROM ", grant.grantee()));
  }

  /** Gives some rights on what will be made. */
  public static List<String> grant(DefaultPrivilege privilege, List<String> rights) {
    if (privilege.privileges().isEmpty()) {
      return List.of(usual(privilege, "REVOKE ", " FROM "));
    }
    String on = " ON " + privilege.on().toUpperCase(Locale.ROOT);
    return statements(rights, head(privilege) + "GRANT ", "", on, " TO ", privilege.grantee());
  }

  /** What everybody may do with new functions and types where nobody has said otherwise. */
  private static String usual(DefaultPrivilege privilege, String verb, String to) {
    String right = privilege.on().equals("types") ? "USAGE" : "EXECUTE";
    String on = " ON " + privilege.on().toUpperCase(Locale.ROOT);
    String head = head(privilege) + verb;
    return statement(List.of(right), head, "", on, to, privilege.grantee());
  }

  /** Takes some rights on what will be made. */
  public static List<String> revoke(DefaultPrivilege privilege, List<String> rights) {
    if (privilege.privileges().isEmpty()) {
      return List.of(usual(privilege, "GRANT ", " TO "));
    }
    String on = " ON " + privilege.on().toUpperCase(Locale.ROOT);
    String head = head(privilege) + "REVOKE ";
    return List.of(statement(rights, head, "", on, " FROM ", privilege.grantee()));
  }

  private static String head(DefaultPrivilege privilege) {
    return "ALTER DEFAULT PRIVILEGES"
        + (privilege.isOwn() ? "" : " FOR ROLE " + Names.name(privilege.role()))
        + (privilege.schema().isEmpty()
            ? " "
            : " IN SCHEMA " + Names.name(privilege.schema()) + " ");
  }

  private static List<String> statements(
      List<String> rights, String verb, String columns, String on, String to, String grantee) {
    List<String> plain = rights.stream().filter(right -> !right.endsWith("*")).toList();
    List<String> passed = rights.stream().filter(right -> right.endsWith("*")).toList();
    List<String> statements = new ArrayList<>();
    if (!plain.isEmpty()) {
      statements.add(statement(plain, verb, columns, on, to, grantee));
    }
    if (!passed.isEmpty()) {
      statements.add(statement(passed, verb, columns, on, to, grantee) + " WITH GRANT OPTION");
    }
    return statements;
  }

  private static String statement(
      List<String> rights, String verb, String columns, String on, String to, String grantee) {
    List<String> each = rights.stream().map(right -> right.replace("*", "") + columns).toList();
    return verb + String.join(", ", each) + on + to + Names.role(grantee);
  }

  private static String columns(Grant grant) {
    Matcher matcher = COLUMN.matcher(grant.object());
    return grant.on() == ObjectKind.COLUMN && matcher.matches()
        ? " (" + matcher.group(2) + ")"
        : "";
  }

  private static String on(Grant grant) {
    String schema = Names.name(grant.schema()) + ".";
    Matcher column = COLUMN.matcher(grant.object());
    Matcher routine = ROUTINE.matcher(grant.object());
    return " ON "
        + switch (grant.on()) {
          case SCHEMA -> "SCHEMA " + Names.name(grant.object());
          case SEQUENCE -> "SEQUENCE " + schema + Names.name(grant.object());
          case ENUM, DOMAIN, RANGE, COMPOSITE -> "TYPE " + schema + Names.name(grant.object());
          case ROUTINE ->
              routine.matches()
                  ? "ROUTINE " + schema + Names.name(routine.group(1)) + routine.group(2)
                  : "";
          case COLUMN -> column.matches() ? "TABLE " + schema + column.group(1) : "";
          default -> "TABLE " + schema + Names.name(grant.object());
        };
  }
}
