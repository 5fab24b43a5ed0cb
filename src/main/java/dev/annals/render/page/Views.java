package dev.annals.render.page;

import java.util.List;

/** What templates see: small values, every text plain unless its name ends in {@code html}. */
public final class Views {

  private Views() {}

  /** A text with an address; the address may be empty. */
  public record Link(String text, String href) {}

  /** A foreign key of a table that waits while rows are loaded, and how. */
  public record LateKey(Link table, String name, String how) {}

  /** Tables that refer to each other in a circle, and the keys that wait. */
  public record CircleView(List<Link> tables, int moreTables, List<LateKey> keys, int moreKeys) {
    public CircleView {
      tables = List.copyOf(tables);
      keys = List.copyOf(keys);
    }
  }

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
      List<Link> pointing,
      int morePointing,
      Link since,
      Link changed,
      String comment,
      String noteHtml,
      boolean deprecated) {
    public ColumnView {
      keys = List.copyOf(keys);
      references = List.copyOf(references);
      pointing = List.copyOf(pointing);
    }
  }

  /** A callback that ran around a migration, and what its statements did, by their lines. */
  public record CallbackView(String path, String edit, List<CallbackStatement> statements) {
    public CallbackView {
      statements = List.copyOf(statements);
    }
  }

  /** A statement of a callback that changed the schema. */
  public record CallbackStatement(int line, String tag, List<String> touched) {
    public CallbackStatement {
      touched = List.copyOf(touched);
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

  /** A value of an enum, an attribute with its type, or a check of a domain with its condition. */
  public record ValueView(String anchor, String name, String html, String flag, String comment) {}

  /** A statement that worked before a change: who sends it, and what becomes of it. */
  public record WitnessView(
      String who, String sqlHtml, boolean block, String before, String after, boolean refused) {}

  /** A statement of the project's own that a change breaks. */
  public record BrokenView(String place, String before, String after, boolean refused) {}

  /**
   * Changes of which the same is said.
   *
   * @param summary what is said of all of them; empty for a single one, which says it itself
   */
  public record ChangeGroup(String summary, List<ChangeView> changes) {
    public ChangeGroup {
      changes = List.copyOf(changes);
    }
  }

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
      String unseen,
      List<BrokenView> broken,
      int unbroken,
      String instead,
      Link migration,
      Link release,
      String by,
      String id,
      List<Integer> lines) {
    public ChangeView {
      notes = List.copyOf(notes);
      witnesses = List.copyOf(witnesses);
      broken = List.copyOf(broken);
      lines = List.copyOf(lines);
    }

    /** The same with its address on a page, and the lines of SQL on that page that made it. */
    ChangeView at(String address, List<Integer> made) {
      return as(summary, address, made);
    }

    /** The same, said of others as well. */
    ChangeView saying(String text) {
      return as(text, id, lines);
    }

    private ChangeView as(String text, String address, List<Integer> made) {
      return new ChangeView(
          sign,
          state,
          text,
          subject,
          href,
          level,
          levelLabel,
          rule,
          ruleHref,
          affects,
          notes,
          witnesses,
          unseen,
          broken,
          unbroken,
          instead,
          migration,
          release,
          by,
          address,
          made);
    }
  }

  /**
   * A finding.
   *
   * @param wide whether it is about too much for one page to name
   */
  public record FindingView(
      String severity,
      String rule,
      String ruleHref,
      String message,
      String why,
      String advice,
      List<Link> subjects,
      boolean wide,
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

  /**
   * A diagram with its words.
   *
   * @param svgHtml the picture; empty where it is in a file of its own
   * @param file that file
   * @param script the script that brings the picture into the page
   * @param mermaid the text that stands for it where there are no pictures
   */
  public record DiagramView(
      String svgHtml,
      String title,
      List<DiagramRow> rows,
      int width,
      int height,
      String file,
      String script,
      String mermaid) {
    public DiagramView {
      rows = List.copyOf(rows);
    }

    /** The same, with a picture that is mere text where scripts run: one takes what it needs. */
    DiagramView withoutScripts() {
      String text = "<noscript>" + svgHtml + "</noscript>";
      return new DiagramView(text, title, rows, width, height, file, script, mermaid);
    }
  }

  /** One table of a diagram in words. */
  public record DiagramRow(String table, String href, String state, String relations) {}

  /** A heading of a page, for the list on its side. */
  public record Heading(String id, String text, int count) {}

  /**
   * A release in a list.
   *
   * @param line which release it follows, where it is none of the main history
   */
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
      boolean unreleased,
      String line) {}

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

  /**
   * A migration in the order of an upgrade: who waits for it, and how long it took where it ran.
   *
   * @param waits who waits for the strongest lock, and on how many tables; empty where nobody does
   * @param nobody what is said where no reader or writer does
   * @param rows what is done to rows that are there
   * @param runs where it ran
   */
  public record PassageView(
      Link migration,
      String waits,
      String nobody,
      List<Link> tables,
      String rows,
      List<RunView> runs) {
    public PassageView {
      tables = List.copyOf(tables);
      runs = List.copyOf(runs);
    }
  }

  /**
   * How a migration stands in an environment.
   *
   * @param on the day; empty where it has not run
   * @param took how long, in words
   * @param share its part of the longest on the page, in per cent; negative where it is not known
   */
  public record RunView(String environment, String state, String on, String took, int share) {}

  /** A line of SQL with its number. */
  public record CodeLine(int number, String html) {}

  /**
   * A table in the list of all.
   *
   * @param parents how many tables it refers to
   * @param children how many tables refer to it
   * @param since the migration that made it; empty where it was there before
   * @param changed the last one that did something to it; empty where that is the same
   * @param comment its comment, or the beginning of it
   */
  public record TableRow(
      Link table,
      Link area,
      int columns,
      int parents,
      int children,
      int indexes,
      Link since,
      Link changed,
      String comment) {}

  /**
   * What a publication sends of a table.
   *
   * @param columns empty for all
   * @param filterHtml which rows; empty for all
   */
  public record SentView(Link table, String columns, String filterHtml) {}

  /**
   * An area in a list.
   *
   * @param note what it is for, or its tables
   * @param refers the areas that it refers to, each with how many foreign keys
   */
  public record AreaView(
      String name, String href, String note, int count, List<CountedLink> refers) {}

  /** A link with how many there are of what it leads to. */
  public record CountedLink(String text, String href, int count) {}

  /**
   * Areas as a picture.
   *
   * @param wideHtml as SVG; empty where there is text in place of pictures
   * @param tallHtml the same for narrow screens; may be empty
   * @param mermaid the same as text; empty for a picture
   * @param shown how many areas are in it
   * @param lines how many lines are
   * @param allLines how many there would be
   */
  public record MapView(
      String wideHtml, String tallHtml, String mermaid, int shown, int lines, int allLines) {}

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

  /** What is written about one table; {@code changes} since its page was read. */
  public record CoverageRow(
      String name,
      String href,
      String why,
      boolean counts,
      int told,
      int columns,
      String owners,
      String reviewed,
      int changes) {}

  /** What a migration says of what it made. */
  public record OriginView(String name, String description, String href, String by, String why) {}

  /** What has changed since a page was read: {@code read} says when that was. */
  public record SinceView(String read, List<ChangeView> events) {
    public SinceView {
      events = List.copyOf(events);
    }
  }

  /** A lock or work line. */
  public record LockView(String table, String href, String lock, String blocks, String work) {}

  /**
   * What one migration did to something, as a stretch of its history.
   *
   * @param brief the first of it, without the names of several columns
   * @param more how many changes that leaves out
   */
  public record EventGroup(
      Link migration, Link release, String by, String brief, int more, List<ChangeView> changes) {
    public EventGroup {
      changes = List.copyOf(changes);
    }
  }

  /** Columns by releases. */
  public record MatrixView(List<Link> releases, List<MatrixRow> rows) {
    public MatrixView {
      releases = List.copyOf(releases);
      rows = List.copyOf(rows);
    }
  }

  /** A column through the releases; its address is empty where it is there no more. */
  public record MatrixRow(String name, String href, List<MatrixCell> cells) {
    public MatrixRow {
      cells = List.copyOf(cells);
    }
  }

  /** What a release did to a column: a sign, a class, and what it is from then on. */
  public record MatrixCell(String sign, String state, String text) {}

  /** One line of a long list: what is said, where it leads, and a change's sign and verdict. */
  public record LineView(String sign, String state, Link link, String level, String levelLabel) {

    /** What a change does, in a line. */
    static LineView of(ChangeView change) {
      boolean told = change.level().equals("breaking") || change.level().equals("maybe");
      return new LineView(
          change.sign(),
          change.state(),
          new Link(change.summary(), change.href()),
          told ? change.level() : "",
          told ? change.levelLabel() : "");
    }

    /** The same, leading elsewhere. */
    LineView at(String href) {
      return new LineView(sign, state, new Link(link.text(), href), level, levelLabel);
    }

    /** Who has to wait for what was done to a table. */
    static LineView of(LockView lock) {
      String waits = lock.blocks().isEmpty() ? "" : ", waited for by " + lock.blocks();
      String work = lock.work().isEmpty() ? "" : "; " + lock.work();
      return of(new Link(lock.table() + ": " + lock.lock() + waits + work, lock.href()));
    }

    /** Something that leads somewhere. */
    static LineView of(Link link) {
      return new LineView("", "", link, "", "");
    }
  }

  /** What a reader wants to know first: a count, what it counts, and the first few. */
  public record GlanceView(String label, String href, List<Link> links, int more) {
    public GlanceView {
      links = List.copyOf(links);
    }
  }
}
