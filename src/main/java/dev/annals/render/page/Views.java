package dev.annals.render.page;

import java.util.List;

/** What templates see: small values, every text plain unless its name ends in {@code html}. */
public final class Views {

  private Views() {}

  /** A text with an address; the address may be empty. */
  public record Link(String text, String href) {}

  /** A short fact with its label. */
  public record Fact(String label, String html) {}

  /** One column of a relation or type. */
  public record ColumnView(
      String anchor,
      String name,
      String type,
      String typeHref,
      boolean nullable,
      String standard,
      List<String> keys,
      List<Link> references,
      Link since,
      Link changed,
      String comment,
      String noteHtml,
      boolean deprecated) {
    public ColumnView {
      keys = List.copyOf(keys);
      references = List.copyOf(references);
    }
  }

  /** A constraint, index, trigger, policy or grant. */
  public record PartView(
      String anchor,
      String kind,
      String name,
      String definitionHtml,
      String comment,
      String flag) {}

  /** A statement that worked before a change: who sends it, and what becomes of it. */
  public record WitnessView(
      String who, String sqlHtml, boolean block, String before, String after, boolean refused) {}

  /** A statement of the project's own that a change breaks. */
  public record BrokenView(String place, String before, String after, boolean refused) {}

  /** A change with its verdict, as a line of a history. */
  public record ChangeView(
      String sign,
      String state,
      String summary,
      String subject,
      String href,
      String level,
      String levelLabel,
      String rule,
      String ruleHref,
      String affects,
      List<String> notes,
      List<WitnessView> witnesses,
      List<BrokenView> broken,
      int unbroken,
      String instead,
      Link migration,
      Link release,
      String by) {
    public ChangeView {
      notes = List.copyOf(notes);
      witnesses = List.copyOf(witnesses);
      broken = List.copyOf(broken);
    }
  }

  /** A finding. */
  public record FindingView(
      String severity,
      String rule,
      String ruleHref,
      String message,
      String why,
      String advice,
      List<Link> subjects,
      String place,
      String confidence,
      String release,
      String standing) {
    public FindingView {
      subjects = List.copyOf(subjects);
    }
  }

  /** What one rule finds: the first findings, and where all are; empty where these are all. */
  public record FindingGroup(
      String title, int count, boolean open, List<FindingView> findings, String moreHref) {
    public FindingGroup {
      findings = List.copyOf(findings);
    }
  }

  /** Findings that are told together. */
  public record FindingSection(
      String id, String title, String note, int count, List<FindingGroup> groups) {
    public FindingSection {
      groups = List.copyOf(groups);
    }
  }

  /** A diagram with its words. */
  public record DiagramView(String svgHtml, String title, List<DiagramRow> rows, int width) {
    public DiagramView {
      rows = List.copyOf(rows);
    }
  }

  /** One table of a diagram in words. */
  public record DiagramRow(String table, String href, String state, String relations) {}

  /** A heading of a page, for the list on its side. */
  public record Heading(String id, String text, int count) {}

  /** A release in a list. */
  public record ReleaseView(
      String name,
      String title,
      String date,
      String version,
      String bump,
      String headline,
      String href,
      int migrations,
      int breaking,
      boolean unreleased) {}

  /** A migration in a list. */
  public record MigrationView(
      String name,
      String description,
      String kind,
      String href,
      String by,
      String date,
      String why,
      String bump,
      String version,
      int changes,
      int breaking,
      Link release) {}

  /** A line of SQL with its number. */
  public record CodeLine(int number, String html) {}

  /** A table in a list, with what makes it worth a look. */
  public record TableView(String name, String href, String note, int count) {}

  /**
   * How a migration is taken back.
   *
   * @param undo the team's own script; empty where there is none
   * @param tried what that is worth
   * @param warning where it is not worth its name
   * @param details differences, or columns that moved
   * @param undoHtml its text
   * @param generated what the generated statements are worth
   * @param grade {@code irreversible}, …; empty where there are no statements
   * @param scriptHtml the statements
   * @param more how many further lines they have
   */
  public record WayBackView(
      String undo,
      String tried,
      boolean warning,
      List<String> details,
      String undoHtml,
      String generated,
      String grade,
      String scriptHtml,
      int more) {
    public WayBackView {
      details = List.copyOf(details);
    }
  }

  /** One step of a rollback plan; {@code grade} is empty where nothing is lost. */
  public record RollbackStep(
      Link migration, String undo, String tried, String generated, String grade, String lost) {}

  /** A lock or work line. */
  public record LockView(String table, String href, String lock, String blocks, String work) {}
}
