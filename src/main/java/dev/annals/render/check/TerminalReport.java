package dev.annals.render.check;

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

  private final Report report;
  private final boolean verbose;
  private final Paint paint;
  private final Places places;
  private final StringBuilder out = new StringBuilder();

  /**
   * Prepares to tell.
   *
   * @param colour whether the terminal takes colours
   * @param verbose tell the hints, the ignored and the known, too
   */
  public TerminalReport(Report report, boolean colour, boolean verbose) {
    this.report = report;
    this.verbose = verbose;
    this.paint = new Paint(colour);
    this.places = new Places(report.chronicle());
  }

  /** The report, with its summary in the end. */
  public String text() {
    SortedMap<String, List<Finding>> files = new TreeMap<>();
    for (Finding finding : verbose ? report.findings() : report.told()) {
      files.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(finding);
    }
    files.forEach(this::file);
    for (Baseline.Entry entry : verbose ? report.gone() : List.<Baseline.Entry>of()) {
      line("in the baseline, and no longer found: " + entry.rule() + ": " + entry.message());
    }
    out.append(paint.strong(summary(report))).append('\n');
    return out.toString();
  }

  private void file(String path, List<Finding> findings) {
    line(paint.strong(printable(path.isEmpty() ? "(the schema)" : path)));
    findings.stream()
        .sorted(
            Comparator.comparingInt(Finding::line)
                .thenComparing(Finding::severity, Comparator.reverseOrder())
                .thenComparing(Finding::rule)
                .thenComparing(Finding::message))
        .forEach(this::finding);
    line("");
  }

  private void finding(Finding finding) {
    String where = finding.line() > 0 ? finding.line() + ": " : "";
    line(
        "  "
            + where
            + paint.severity(finding.severity())
            + " "
            + printable(Sentences.of(finding.message()))
            + " "
            + paint.faint("[" + finding.rule() + "]")
            + state(finding));
    places.of(finding).ifPresent(place -> excerpt(finding.line(), place));
    paragraph(finding.why());
    paragraph(finding.advice());
  }

  private static String state(Finding finding) {
    return !finding.ignored().isEmpty()
        ? " (ignored: " + printable(finding.ignored()) + ")"
        : finding.known() ? " (in the baseline)" : "";
  }

  private void excerpt(int number, Place place) {
    int indent = place.text().length() - place.text().stripLeading().length();
    int cut = Math.min(indent, place.start() - 1);
    String text = printable(place.text().substring(cut));
    int end = Math.min(place.end() - cut, WIDTH);
    String shown = text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text;
    String gutter = " ".repeat(Integer.toString(number).length());
    line("    " + paint.faint(number + " │ ") + shown);
    if (place.start() - cut <= WIDTH) {
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
      StringBuilder current = new StringBuilder();
      for (String word : printable(text).split(" ")) {
        if (current.length() + word.length() > WIDTH) {
          line("    " + current.toString().stripTrailing());
          current.setLength(0);
        }
        current.append(word).append(' ');
      }
      line("    " + current.toString().stripTrailing());
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
    addMore(more, hints, hints == 1 ? "hint" : "hints");
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
      text.add(count + " " + what + (count == 1 ? "" : "s"));
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
