package dev.annals.render.diff;

import java.util.List;

/**
 * What a preview shows, in plain words: nothing in it is escaped.
 *
 * @param title the project
 * @param compared which two states, on what
 * @param bump {@code major}, …
 * @param from the schema version at the base
 * @param to the schema version that the head asks for
 * @param verdict one sentence: what it comes to
 * @param problems what stops Flyway, or databases that have run the base
 * @param breaking what breaks users, the worst first
 * @param unbroken one sentence on the project's own statements; may be empty
 * @param groups every change, by table
 * @param locks what the upgrade locks and does, by table
 * @param lockNotes sentences about that
 * @param rollback how to go back, last migration first
 * @param pages what is wrong with the pages of touched tables
 * @param findings what else is wrong that was not at the base
 * @param hints how many doubtful findings are not among them
 * @param mended what is not wrong any more
 * @param files migration files that are other than they were
 * @param sql the migrations that are to run
 * @param notes how the two states were read
 */
public record DiffView(
    String title,
    String compared,
    String bump,
    String from,
    String to,
    String verdict,
    List<FindingView> problems,
    List<Breaking> breaking,
    String unbroken,
    List<Group> groups,
    List<LockView> locks,
    List<String> lockNotes,
    List<Rollback> rollback,
    List<FindingView> pages,
    List<FindingView> findings,
    int hints,
    List<FindingView> mended,
    List<FileView> files,
    List<Sql> sql,
    List<String> notes) {

  public DiffView {
    problems = List.copyOf(problems);
    breaking = List.copyOf(breaking);
    groups = List.copyOf(groups);
    locks = List.copyOf(locks);
    lockNotes = List.copyOf(lockNotes);
    rollback = List.copyOf(rollback);
    pages = List.copyOf(pages);
    findings = List.copyOf(findings);
    mended = List.copyOf(mended);
    files = List.copyOf(files);
    sql = List.copyOf(sql);
    notes = List.copyOf(notes);
  }

  /**
   * Something that is wrong.
   *
   * @param severity {@code error}, …
   * @param rule the rule's id
   * @param message one sentence
   * @param advice what to do; may be empty
   * @param place file and line; may be empty
   * @param more what else the same rule finds, of which it is enough to know that it is there
   */
  public record FindingView(
      String severity,
      String rule,
      String message,
      String advice,
      String place,
      List<FindingView> more) {
    public FindingView {
      more = List.copyOf(more);
    }

    /** The same, with others of its kind folded into it. */
    FindingView with(List<FindingView> others) {
      return new FindingView(severity, rule, message, advice, place, others);
    }

    /** The same without what was said before. */
    FindingView withoutAdvice() {
      return new FindingView(severity, rule, message, "", place, more);
    }
  }

  /**
   * A change that breaks users.
   *
   * @param rule the rule's id
   * @param summary what happened
   * @param affects who is affected
   * @param others what else the same happened to
   * @param notes further sentences
   * @param evidence what a server said
   * @param instead the safe way; may be empty
   */
  public record Breaking(
      String rule,
      String summary,
      String affects,
      List<String> others,
      List<String> notes,
      List<Proof> evidence,
      String instead) {
    public Breaking {
      others = List.copyOf(others);
      notes = List.copyOf(notes);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A statement that works no more.
   *
   * @param sql the statement, or where it stands
   * @param who whose it is; empty for a statement of the project's own
   * @param what what becomes of it
   */
  public record Proof(String sql, String who, String what) {}

  /**
   * The changes of one table, or of one other object.
   *
   * @param name its name
   * @param kind what it is
   * @param rows the changes
   */
  public record Group(String name, String kind, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One change.
   *
   * @param state {@code added}, {@code changed} or {@code removed}
   * @param sign the same as one character
   * @param text one sentence
   * @param level {@code breaking}, {@code potentially breaking}, {@code minor} or {@code patch}
   * @param rule the rule's id
   */
  public record Row(String state, String sign, String text, String level, String rule) {}

  /**
   * What happens to one table during the upgrade.
   *
   * @param table its name
   * @param lock the strongest lock; empty for none that anybody notices
   * @param waits who has to wait
   * @param work what is done to its rows; may be empty
   */
  public record LockView(String table, String lock, String waits, String work) {}

  /**
   * The way back from one migration.
   *
   * @param migration its name
   * @param undo the team's own script; may be empty
   * @param tried what that is worth; may be empty
   * @param generated what the generated statements are worth; empty where the script does it
   * @param loss what going back loses; may be empty
   * @param script the generated statements; may be empty
   */
  public record Rollback(
      String migration, String undo, String tried, String generated, String loss, String script) {}

  /**
   * A migration file.
   *
   * @param kind what became of it
   * @param path its path
   * @param former its path before; empty where it is the same
   */
  public record FileView(String kind, String path, String former) {}

  /**
   * The text of one migration.
   *
   * @param path its path
   * @param text the beginning of it
   * @param more how many lines are left out
   */
  public record Sql(String path, String text, int more) {}
}
