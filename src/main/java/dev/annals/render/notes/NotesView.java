package dev.annals.render.notes;

import java.util.List;

/**
 * What release notes show. Every text is Markdown already.
 *
 * @param title the release, with its title
 * @param date may be empty
 * @param version the schema version it ends on
 * @param bump {@code major}, …
 * @param since the schema version before, and the release that had it; empty for the first
 * @param headline what it comes to, in few sentences
 * @param warnings sentences on files that are others than in the release before
 * @param breaking what breaks users
 * @param unbroken one sentence on the project's own statements; may be empty
 * @param groups everything else: added, changed, deprecated, removed, fixed, security
 * @param why what the team says about it: decisions, pages, comments and commits
 * @param migrations what it brought, in order
 * @param upgrade what the upgrade locks and does, by table
 * @param rollback how to go back, last migration first
 * @param edited files that differ from today's
 */
public record NotesView(
    String title,
    String date,
    String version,
    String bump,
    String since,
    String headline,
    List<String> warnings,
    List<Item> breaking,
    String unbroken,
    List<Group> groups,
    List<String> why,
    List<Entry> migrations,
    List<String> upgrade,
    List<String> rollback,
    List<String> edited) {

  public NotesView {
    warnings = List.copyOf(warnings);
    breaking = List.copyOf(breaking);
    groups = List.copyOf(groups);
    why = List.copyOf(why);
    migrations = List.copyOf(migrations);
    upgrade = List.copyOf(upgrade);
    rollback = List.copyOf(rollback);
    edited = List.copyOf(edited);
  }

  /**
   * A change that is told with its consequences.
   *
   * @param summary what happened
   * @param affects who is affected: {@code readers break, writers unaffected}
   * @param notes further sentences
   * @param witnesses statements that worked before, each with what becomes of it
   * @param instead what to do; may be empty
   */
  public record Item(
      String summary, String affects, List<String> notes, List<String> witnesses, String instead) {
    public Item {
      notes = List.copyOf(notes);
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Changes of one sort, one line each. */
  public record Group(String title, List<String> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One migration.
   *
   * @param name its version, or file; several of the same description together
   * @param description in words; may be empty
   * @param by author and day; may be empty
   * @param why its comment; may be empty
   */
  public record Entry(String name, String description, String by, String why) {}
}
