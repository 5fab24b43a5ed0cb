package dev.annals.render.diff;

import dev.annals.model.story.Preview;
import dev.annals.render.html.Html;
import dev.annals.render.notes.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A preview as a comment on a code host. Every text that is not ours is escaped. What does not fit
 * is left out, the SQL first and the breaking changes last, and the comment says so.
 */
public final class DiffMarkdown {

  /** GitHub takes 65,536 characters. */
  public static final int LIMIT = 65_000;

  /**
   * For whom it is written.
   *
   * @param key tells several previews on one pull request apart; may be empty
   * @param limit how many characters it may have
   * @param rich whether parts may be folded, drawn and hidden; otherwise it is Markdown alone
   */
  public record Form(String key, int limit, boolean rich) {

    /** As GitHub takes it. */
    public static final Form RICH = new Form("", LIMIT, true);

    /** What nobody sees, and by which the comment is found again: its first line. */
    public String marker() {
      String name =
          "annals-diff" + key.replaceAll("[^A-Za-z0-9._/-]", "-").replaceAll("^(?=.)", " ");
      return rich ? "<!-- " + name.replace("--", "-") + " -->" : "[//]: # (" + name + ")";
    }
  }

  private static final int ITEM = 700;

  private final DiffView view;
  private final Optional<String> diagram;
  private final Form form;

  private DiffMarkdown(Preview preview, Form form) {
    this.view = DiffViews.of(preview);
    this.diagram = form.rich() ? Mermaid.of(preview) : Optional.empty();
    this.form = form;
  }

  /** The comment, of at most {@link #LIMIT} characters. */
  public static String of(Preview preview) {
    return of(preview, Form.RICH);
  }

  /** The comment in another form. */
  public static String of(Preview preview, Form form) {
    DiffMarkdown markdown = new DiffMarkdown(preview, form);
    for (Amount amount : Amount.values()) {
      String text = markdown.text(amount);
      if (text.length() <= form.limit()) {
        return text;
      }
    }
    return markdown.summary();
  }

  /** The comment where there is nothing to preview, since something went wrong. */
  public static String failure(String message, String advice, Form form) {
    List<String> parts = new ArrayList<>();
    parts.add(form.marker());
    parts.add("### The schema could not be previewed");
    parts.add(Markdown.fenced("", shortened(message)));
    if (!advice.isEmpty()) {
      parts.add(cut(advice));
    }
    return String.join("\n\n", parts) + "\n";
  }

  /** How much is told, from everything to the least. */
  private enum Amount {
    ALL(Integer.MAX_VALUE, true, true),
    NO_SQL(Integer.MAX_VALUE, false, true),
    MUCH(100, false, true),
    SOME(40, false, false),
    LITTLE(12, false, false),
    LEAST(3, false, false);

    private final int items;
    private final boolean sql;
    private final boolean diagram;

    Amount(int items, boolean sql, boolean diagram) {
      this.items = items;
      this.sql = sql;
      this.diagram = diagram;
    }
  }

  private String summary() {
    return form.marker()
        + "\n"
        + title()
        + "\n\n"
        + cut(view.verdict())
        + "\n\nThe rest is too long for a comment: see the HTML page of this preview.\n";
  }

  private String title() {
    return "### Schema %s → %s (%s)".formatted(view.from(), view.to(), view.bump());
  }

  private String text(Amount amount) {
    List<String> parts = new ArrayList<>();
    parts.add(form.marker() + "\n" + title());
    parts.add("**" + cut(view.verdict()) + "**");
    findings(parts, "Problems", view.problems(), amount);
    breaking(parts, amount);
    changes(parts, amount);
    if (amount.diagram) {
      diagram.ifPresent(
          text ->
              parts.add(
                  "<details open><summary>Diagram: <code>+</code> added, <code>~</code> changed,"
                      + " <code>-</code> removed</summary>\n\n"
                      + Markdown.fenced("mermaid", text)
                      + "\n\n</details>"));
    }
    locks(parts, amount);
    rollback(parts, amount);
    findings(parts, "Rationale", view.pages(), amount);
    findings(parts, "New findings", view.findings(), amount);
    if (view.hints() > 0) {
      parts.add(
          "*And "
              + view.hints()
              + (view.hints() == 1 ? " hint" : " hints")
              + " that may be wrong.*");
    }
    findings(parts, "Mended", view.mended(), amount);
    files(parts, amount);
    sql(parts, amount);
    String left = amount == Amount.ALL ? "" : " · shortened: this is more than a comment takes";
    parts.add(small(cut(view.compared()) + left));
    view.notes().stream().limit(5).forEach(note -> parts.add(small(cut(note))));
    return String.join("\n\n", parts) + "\n";
  }

  private void breaking(List<String> parts, Amount amount) {
    if (view.breaking().isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    if (!view.unbroken().isEmpty()) {
      lines.add(Markdown.text(view.unbroken()) + "\n");
    }
    for (DiffView.Breaking item : first(view.breaking(), amount)) {
      lines.add(
          "- **"
              + cut(item.summary())
              + "**"
              + (item.affects().isEmpty() ? "" : " (" + Markdown.text(item.affects()) + ")"));
      if (!item.others().isEmpty()) {
        List<String> others =
            first(item.others(), amount).stream().map(DiffMarkdown::name).toList();
        int more = item.others().size() - others.size();
        lines.add(
            "  - The same holds for "
                + String.join(", ", others)
                + (more > 0 ? " and " + more + " more" : "")
                + ".");
      }
      item.notes().forEach(note -> lines.add("  - " + cut(note)));
      first(item.evidence(), amount).forEach(proof -> lines.add("  - " + proof(proof)));
      if (!item.instead().isEmpty()) {
        lines.add("  - *Safe way:* " + cut(item.instead()));
      }
    }
    more(lines, view.breaking().size(), amount);
    parts.add("#### Breaking\n\n" + String.join("\n", lines));
  }

  private static String proof(DiffView.Proof proof) {
    return (proof.who().isEmpty() ? "Breaks " : "")
        + name(proof.sql())
        + (proof.who().isEmpty() ? ": " : " (" + Markdown.text(proof.who()) + ") ")
        + cut(proof.what());
  }

  private void changes(List<String> parts, Amount amount) {
    if (view.groups().isEmpty()) {
      return;
    }
    List<String> lines =
        new ArrayList<>(List.of("| | | Change | For users |", "|---|---|---|---|"));
    int rows = 0;
    int all = view.groups().stream().mapToInt(group -> group.rows().size()).sum();
    for (DiffView.Group group : view.groups()) {
      String name = cell(group.name());
      for (DiffView.Row row : group.rows()) {
        if (rows++ < amount.items) {
          lines.add(
              "| %s | %s | %s | %s |"
                  .formatted(
                      name,
                      row.sign().equals("~") ? "\\~" : row.sign(),
                      cut(row.text()),
                      level(row.level())));
          name = "";
        }
      }
    }
    String more = rows > amount.items ? "\n\n*And %d more.*".formatted(all - amount.items) : "";
    parts.add("#### Changes\n\n" + String.join("\n", lines) + more);
  }

  private static String level(String level) {
    return level.equals("breaking") ? "**breaking**" : level;
  }

  private void locks(List<String> parts, Amount amount) {
    if (view.locks().isEmpty()) {
      return;
    }
    List<String> lines =
        new ArrayList<>(List.of("| Table | Lock | Wait | Work |", "|---|---|---|---|"));
    for (DiffView.LockView lock : first(view.locks(), amount)) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(cell(lock.table()), lock.lock(), lock.waits(), lock.work()));
    }
    lines.add("");
    more(lines, view.locks().size(), amount);
    view.lockNotes().forEach(note -> lines.add("- " + Markdown.text(note)));
    parts.add(
        "#### Locks and work, measured on empty tables\n\n" + String.join("\n", lines).strip());
  }

  private void rollback(List<String> parts, Amount amount) {
    if (view.rollback().isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (DiffView.Rollback step : first(view.rollback(), amount)) {
      StringBuilder line = new StringBuilder("- " + name(step.migration()) + ":");
      if (!step.undo().isEmpty()) {
        line.append(' ')
            .append(name(step.undo()))
            .append(' ')
            .append(cut(step.tried()))
            .append('.');
      }
      line.append(step.generated().isEmpty() ? "" : " " + cut(step.generated()));
      line.append(step.loss().isEmpty() ? "" : " *" + cut(step.loss()) + "*");
      lines.add(line.toString());
      if (amount.sql && !step.script().isEmpty()) {
        String script = Markdown.fenced("sql", step.script());
        lines.add(indented(form.rich() ? details("Statements", script) : script));
      }
    }
    more(lines, view.rollback().size(), amount);
    parts.add("#### Rollback\n\n" + String.join("\n", lines));
  }

  private void findings(
      List<String> parts, String title, List<DiffView.FindingView> findings, Amount amount) {
    if (findings.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (DiffView.FindingView finding : first(findings, amount)) {
      lines.add(
          "- **%s** %s%s (`%s`)"
              .formatted(
                  finding.severity(),
                  cut(finding.message()),
                  finding.place().isEmpty() ? "" : " " + name(finding.place()),
                  finding.rule()));
      if (!finding.advice().isEmpty() && !title.equals("Mended")) {
        lines.add("  - " + cut(finding.advice()));
      }
      if (!finding.more().isEmpty()) {
        lines.add(
            "- *and %d more of `%s`:* %s"
                .formatted(
                    finding.more().size(),
                    finding.rule(),
                    cut(FoldedFindings.beginning(finding.more()))));
      }
    }
    more(lines, findings.size(), amount);
    parts.add("#### " + title + "\n\n" + String.join("\n", lines));
  }

  private void files(List<String> parts, Amount amount) {
    List<DiffView.FileView> files =
        view.files().stream().filter(file -> !file.kind().equals("new")).toList();
    if (files.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (DiffView.FileView file : first(files, amount)) {
      lines.add(
          "- %s: %s%s"
              .formatted(
                  file.kind(),
                  name(file.path()),
                  file.former().isEmpty() ? "" : ", was " + name(file.former())));
    }
    more(lines, files.size(), amount);
    parts.add("#### Migration files\n\n" + String.join("\n", lines));
  }

  private void sql(List<String> parts, Amount amount) {
    if (view.sql().isEmpty()) {
      return;
    }
    if (!amount.sql) {
      parts.add(
          view.sql().size()
              + (view.sql().size() == 1 ? " migration runs" : " migrations run")
              + "; their SQL is left out here.");
      return;
    }
    for (DiffView.Sql sql : view.sql()) {
      String more = sql.more() > 0 ? "\n\n*" + sql.more() + " more lines.*" : "";
      String body = Markdown.fenced("sql", sql.text()) + more;
      parts.add(
          form.rich()
              ? details("SQL: " + html(sql.path()), body)
              : "SQL: " + name(sql.path()) + "\n\n" + body);
    }
  }

  private String small(String text) {
    return form.rich() ? "<sub>" + text + "</sub>" : text;
  }

  private static String details(String summary, String body) {
    return "<details><summary>" + summary + "</summary>\n\n" + body + "\n\n</details>";
  }

  /** A block that belongs to a list item. */
  private static String indented(String block) {
    return block
        .lines()
        .map(line -> line.isEmpty() ? "" : "  " + line)
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  /** A name where Markdown means nothing and HTML does. */
  private static String html(String text) {
    return "<code>" + Html.escape(text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD")) + "</code>";
  }

  private static <T> List<T> first(List<T> items, Amount amount) {
    return items.size() <= amount.items ? items : items.subList(0, amount.items);
  }

  private static void more(List<String> lines, int all, Amount amount) {
    if (all > amount.items) {
      lines.add("- *And " + (all - amount.items) + " more.*");
    }
  }

  private static String shortened(String text) {
    int letters = text.codePointCount(0, text.length());
    return letters <= ITEM ? text : text.substring(0, text.offsetByCodePoints(0, ITEM)) + "…";
  }

  private static String cut(String text) {
    return Markdown.text(shortened(text));
  }

  private static String name(String text) {
    return Markdown.code(shortened(text));
  }

  /** A name in a table, where a bar parts cells even within code. */
  private static String cell(String name) {
    return name.isEmpty() ? "" : name.matches("[^|\\\\]*") ? name(name) : cut(name);
  }
}
