package dev.annals.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a script that changes rows, as far as its first words tell.
 *
 * @param verb what it does to them
 * @param schema the name space as it is written, in lower case unless quoted; empty where it is not
 * @param table the table, likewise
 * @param line the line of the statement's first word, counted from 1
 */
public record RowChange(Verb verb, String schema, String table, int line) {

  /** What can be done to rows. */
  public enum Verb {
    /** New rows. */
    INSERTS("inserts into"),
    /** Other values in rows that stay. */
    UPDATES("updates"),
    /** Fewer rows. */
    DELETES("deletes from"),
    /** No rows. */
    EMPTIES("empties");

    private final String label;

    Verb(String label) {
      this.label = label;
    }

    /** As a sentence says it, before the table. */
    public String label() {
      return label;
    }

    /** True where rows that are there do not stay as they are. */
    public boolean touchesOldRows() {
      return this != INSERTS;
    }
  }

  private static final String NAME = "(?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private static final Pattern FIRST = Pattern.compile("\\s*(\\w+)");

  private static final Pattern CHANGE =
      Pattern.compile(
          "(?is)\\b(?:(insert\\s+into|copy)|(update|merge\\s+into)|(delete\\s+from)|(truncate)(?:\\s+table)?)"
              + "\\s+(?:only\\s+)?(?:(?:\\$\\{[^}]*}|("
              + NAME
              + "))\\s*\\.\\s*)?("
              + NAME
              + ")(?<rest>[^;]*)");

  /**
   * {@code FOR UPDATE}, {@code ON UPDATE}, {@code DO UPDATE}, {@code UPDATE OF}, a grant's word.
   */
  private static final Pattern NO_UPDATE =
      Pattern.compile("(?is).*\\b(for|on|do|or|before|after|no\\s+key)\\s*");

  /** The changes of a script, in its order; routines are not looked into. */
  public static List<RowChange> of(SqlScript script) {
    List<RowChange> changes = new ArrayList<>();
    for (SqlScript.Statement statement : script.statements()) {
      changes.addAll(of(statement));
    }
    return changes;
  }

  /** The changes of one statement: several where it has a {@code WITH} or is a block. */
  public static List<RowChange> of(SqlScript.Statement statement) {
    Matcher word = FIRST.matcher(statement.code());
    String first = word.lookingAt() ? word.group(1).toLowerCase(Locale.ROOT) : "";
    String text =
        switch (first) {
          case "insert", "update", "delete", "merge", "truncate", "copy", "with" ->
              statement.code();
          case "do" -> statement.text();
          default -> "";
        };
    List<RowChange> changes = new ArrayList<>();
    Matcher matcher = CHANGE.matcher(text);
    boolean several = first.equals("with") || first.equals("do");
    for (int at = 0; matcher.find(at); at = Math.max(matcher.start("rest"), at + 1)) {
      if (isOne(text, matcher)) {
        changes.add(
            new RowChange(
                verb(matcher),
                plain(matcher.group(5)),
                plain(matcher.group(6)),
                statement.first()));
      }
      if (!several) {
        break; // a statement of one verb has one
      }
    }
    return changes;
  }

  private static boolean isOne(String text, Matcher matcher) {
    boolean copies = matcher.group(1) != null && matcher.group(1).equalsIgnoreCase("copy");
    if (copies) {
      return matcher.group("rest").matches("(?is)\\s*(?:\\([^)]*\\))?\\s*from\\b.*");
    }
    return matcher.group(2) == null
        || (!NO_UPDATE.matcher(text.substring(0, matcher.start())).matches()
            && !matcher.group(6).equalsIgnoreCase("of")
            && !matcher.group(6).equalsIgnoreCase("set"));
  }

  private static Verb verb(Matcher matcher) {
    return matcher.group(1) != null
        ? Verb.INSERTS
        : matcher.group(2) != null
            ? Verb.UPDATES
            : matcher.group(3) != null ? Verb.DELETES : Verb.EMPTIES;
  }

  private static String plain(String name) {
    return name == null
        ? ""
        : name.startsWith("\"")
            ? name.substring(1, name.length() - 1)
            : name.toLowerCase(Locale.ROOT);
  }
}
