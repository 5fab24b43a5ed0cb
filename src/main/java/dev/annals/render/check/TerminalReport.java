package dev.annals.render.check;

import dev.annals.model.Counted;
import dev.annals.model.gate.Baseline;
import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.render.html.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A report for people at a terminal: file by file, each finding with its line. */
public final class TerminalReport {

  private static final int WIDTH = 110;
  private static final int NARROWEST = 40;
  private static final int SHOWN = 3;
  private static final int MANY = 20;

  private final Report report;
  private final boolean verbose;
  private final Paint paint;
  private final Places places;
  private final int width;
  private final Digest digest;
  private final StringBuilder out = new StringBuilder();

  /**
   * Prepares to tell.
   *
   * @param colour whether the terminal takes colours
   * @param verbose tell the hints, the ignored and the known, too, and fold nothing
   * @param columns how wide the terminal is; 0 where that is not known
   */
  public TerminalReport(Report report, boolean colour, boolean verbose, int columns) {
    this.width = columns == 0 ? WIDTH : Math.max(NARROWEST, Math.min(WIDTH, columns - 4));
    this.report = report;
    this.verbose = verbose;
    this.paint = new Paint(colour);
    this.places = new Places(report.chronicle());
    this.digest = new Digest(report);
  }

  /** The report, with its summary in the end. */
  public String text() {
    SortedMap<String, List<Finding>> files = new TreeMap<>();
    for (Finding finding : verbose ? report.findings() : report.told()) {
      if (verbose || digest.tells(finding)) {
        files.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(finding);
      }
    }
    files.forEach(this::file);
    for (Baseline.Entry entry : verbose ? report.gone() : List.<Baseline.Entry>of()) {
      line("in the baseline, and no longer found: " + entry.rule() + ": " + entry.message());
    }
    rules();
    out.append(paint.strong(summary(report))).append('\n');
    return out.toString();
  }

  private void file(String path, List<Finding> findings) {
    line(paint.strong(printable(path.isEmpty() ? "(the schema)" : path)));
    List<Finding> sorted =
        findings.stream()
            .sorted(
                Comparator.comparingInt(Finding::line)
                    .thenComparing(Finding::severity, Comparator.reverseOrder())
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::message))
            .toList();
    SortedMap<String, List<Finding>> told = new TreeMap<>();
    SortedMap<String, List<Finding>> folded = new TreeMap<>();
    for (Finding finding : sorted) {
      long all = sorted.stream().filter(each -> each.rule().equals(finding.rule())).count();
      List<Finding> before = told.computeIfAbsent(finding.rule(), rule -> new ArrayList<>());
      boolean fold = !verbose && !digest.leavesOut(finding.rule()) && all > SHOWN + 1;
      if (fold && before.size() >= SHOWN) {
        folded.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
      } else {
        finding(finding, before.isEmpty() ? null : before.get(before.size() - 1));
        before.add(finding);
      }
    }
    folded.forEach(this::fold);
    line("");
  }

  /** What is many times the same is told a few times, and then counted. */
  private void fold(String rule, List<Finding> rest) {
    List<String> where =
        rest.stream()
            .map(
                each ->
                    each.line() > 0
                        ? Integer.toString(each.line())
                        : each.subjects().isEmpty() ? "" : each.subjects().get(0).display())
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    int few = Math.min(8, where.size());
    String places = String.join(", ", where.subList(0, few)) + (few < where.size() ? ", …" : "");
    String lines = rest.get(0).line() > 0 ? "lines " : "";
    paragraph(
        "… and "
            + rest.size()
            + " more of "
            + rule
            + (places.isEmpty() ? "" : ": " + lines + places)
            + " (-v tells them)");
  }

  /** Where much was found: how much of what, and how to begin all the same. */
  private void rules() {
    List<Finding> told = report.told();
    boolean left = !verbose && digest.leavesOut();
    if (told.size() <= MANY && !left) {
      return;
    }
    line(paint.strong("By rule"));
    for (List<Finding> findings : digest.rules()) {
      int few = digest.told(findings);
      String rule = findings.get(0).rule();
      boolean all = verbose || few == findings.size();
      line(
          all
              ? "  %5d  %s".formatted(findings.size(), rule)
              : "  %5d  %-28s %s"
                  .formatted(findings.size(), rule, paint.faint(few + " of them above")));
    }
    paragraph(
        (left ? "-v tells all, \"--format json\" or the site's checks page, too. " : "")
            + "\"annals explain RULE\" says what a rule is about. "
            + (report.baseline().isEmpty()
                ? "\"annals check --baseline annals-baseline.json --write-baseline\" notes what is"
                    + " there now: with that baseline only what is new fails."
                : ""));
    line("");
  }

  /** {@code last} is the finding of the same rule before it, whose advice need not be repeated. */
  private void finding(Finding finding, Finding last) {
    String where = finding.line() > 0 ? finding.line() + ": " : "";
    String rule = "[" + finding.rule() + "]";
    String severity = finding.severity().label();
    String said = severity + " " + printable(Sentences.of(finding.message())) + " " + rule;
    List<String> lines = Lines.of(where + said + state(finding), width);
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replace(rule, paint.faint(rule));
      line(
          i == 0
              ? "  " + text.replaceFirst(severity, paint.severity(finding.severity()))
              : "      " + text);
    }
    places.of(finding).ifPresent(place -> excerpt(finding.line(), place));
    if (last == null || !last.why().equals(finding.why())) {
      paragraph(finding.why());
    }
    if (last == null || !last.advice().equals(finding.advice())) {
      paragraph(finding.advice());
    }
  }

  private static String state(Finding finding) {
    return !finding.ignored().isEmpty()
        ? " (ignored: " + printable(finding.ignored()) + ")"
        : finding.known() ? " (in the baseline)" : "";
  }

  private void excerpt(int number, Place place) {
    int indent = place.text().length() - place.text().stripLeading().length();
    String gutter = " ".repeat(Integer.toString(number).length());
    int width = this.width - gutter.length() - 4;
    int cut = Math.min(indent, place.start() - 1);
    boolean far = place.start() - cut > width * 3 / 4;
    cut = far ? place.start() - width / 3 : cut;
    String text = (far ? "…" : "") + printable(place.text().substring(far ? cut + 1 : cut));
    int end = Math.min(place.end() - cut, width);
    String shown = text.length() > width ? text.substring(0, width) + "…" : text;
    line("    " + paint.faint(number + " │ ") + shown);
    if (place.start() - cut <= width) {
      String carets = "^".repeat(Math.max(1, end - (place.start() - cut)));
      line(
          "    "
              + paint.faint(gutter + " │ ")
              + " ".repeat(place.start() - cut - 1)
              + paint.severityMark(carets));
    }
  }

  private void paragraph(String text) {
    if (!text.isBlank()) {
      Lines.of(printable(text), width).forEach(line -> line("    " + line));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** What was found, in one line. */
  public static String summary(Report report) {
    StringJoiner text = new StringJoiner(", ");
    add(text, report.count(Severity.ERROR), "error");
    add(text, report.count(Severity.WARNING), "warning");
    add(text, report.count(Severity.INFO), "remark");
    String found = text.length() == 0 ? "nothing found" : text.toString();
    StringJoiner more = new StringJoiner(", ");
    List<Finding> all = report.findings();
    addMore(more, all.stream().filter(f -> !f.ignored().isEmpty()).count(), "ignored");
    addMore(more, all.stream().filter(Finding::known).count(), "in the baseline");
    long hints = all.stream().filter(f -> f.open() && f.severity() == Severity.HINT).count();
    add(more, hints, "hint");
    addMore(more, report.gone().size(), "of the baseline no longer found");
    String others = more.length() == 0 ? "" : " (" + more + ")";
    int failing = report.failing().size();
    return found
        + others
        + (failing == 0
            ? "; passed"
            : "; failed: %d at or above %s".formatted(failing, report.threshold().label()));
  }

  private static void add(StringJoiner text, long count, String what) {
    if (count > 0) {
      text.add(Counted.of(count, what));
    }
  }

  private static void addMore(StringJoiner text, long count, String what) {
    if (count > 0) {
      text.add(count + " " + what);
    }
  }

  /** Names and SQL are not ours: nothing of them may steer the terminal. */
  static String printable(String text) {
    return text.replace('\t', ' ').replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
