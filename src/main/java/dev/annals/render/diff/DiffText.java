package dev.annals.render.diff;

import dev.annals.model.story.Preview;
import java.util.List;
import java.util.stream.Collectors;

/** A preview as plain text, for a terminal. */
public final class DiffText {

  private final StringBuilder out = new StringBuilder();

  private DiffText() {}

  /** The preview in words; nothing in it can steer a terminal. */
  public static String of(Preview preview) {
    DiffText text = new DiffText();
    text.write(DiffViews.of(preview));
    return text.out.toString();
  }

  private void write(DiffView view) {
    line(0, view.compared());
    line(
        0,
        "schema %s → %s (%s): %s".formatted(view.from(), view.to(), view.bump(), view.verdict()));
    findings("Problems", view.problems());
    if (!view.breaking().isEmpty()) {
      heading("Breaking");
      view.breaking().forEach(this::breaking);
      if (!view.unbroken().isEmpty()) {
        line(1, view.unbroken());
      }
    }
    if (!view.groups().isEmpty()) {
      heading("Changes");
      view.groups().forEach(this::group);
    }
    if (!view.locks().isEmpty()) {
      heading("Locks and work, measured");
      view.locks().forEach(lock -> line(1, lock.table() + ": " + effect(lock)));
      view.lockNotes().forEach(note -> line(1, note));
    }
    if (!view.rollback().isEmpty()) {
      heading("Rollback");
      view.rollback().forEach(step -> line(1, words(step)));
    }
    findings("Rationale", view.pages());
    findings("Findings that are new", view.findings());
    if (view.hints() > 0) {
      out.append(view.findings().isEmpty() ? "\n" : "");
      line(
          view.findings().isEmpty() ? 0 : 1,
          (view.findings().isEmpty() ? "New findings: " : "and ")
              + view.hints()
              + (view.hints() == 1 ? " hint" : " hints"));
    }
    findings("Mended", view.mended());
    List<DiffView.FileView> other =
        view.files().stream().filter(file -> !file.kind().equals("new")).toList();
    if (!other.isEmpty()) {
      heading("Migration files");
      other.forEach(
          file ->
              line(
                  1,
                  file.kind()
                      + "  "
                      + file.path()
                      + (file.former().isEmpty() ? "" : "  (was " + file.former() + ")")));
    }
    if (!view.notes().isEmpty()) {
      heading("Notes");
      view.notes().forEach(note -> line(1, note));
    }
  }

  static String effect(DiffView.LockView lock) {
    String waits = lock.lock().isEmpty() ? "" : lock.lock() + " lock, " + lock.waits() + " wait";
    return waits + (waits.isEmpty() || lock.work().isEmpty() ? "" : "; ") + lock.work();
  }

  private static String words(DiffView.Rollback step) {
    String undo = step.undo().isEmpty() ? "" : step.undo() + " " + step.tried() + ".";
    return List.of(step.migration() + ":", undo, step.generated(), step.loss()).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void breaking(DiffView.Breaking item) {
    line(1, item.summary() + (item.affects().isEmpty() ? "" : "  [" + item.affects() + "]"));
    if (!item.others().isEmpty()) {
      line(2, "The same holds for " + String.join(", ", item.others()) + ".");
    }
    item.notes().forEach(note -> line(2, note));
    item.evidence()
        .forEach(
            proof ->
                line(
                    2,
                    proof.sql()
                        + (proof.who().isEmpty() ? "" : "  (" + proof.who() + ")")
                        + "  "
                        + proof.what()));
    if (!item.instead().isEmpty()) {
      line(2, "instead: " + item.instead());
    }
  }

  private void group(DiffView.Group group) {
    line(1, group.name());
    group.rows().forEach(row -> line(2, row.sign() + " " + row.text() + "  [" + row.level() + "]"));
  }

  private void findings(String title, List<DiffView.FindingView> findings) {
    if (findings.isEmpty()) {
      return;
    }
    heading(title);
    for (DiffView.FindingView finding : findings) {
      String place = finding.place().isEmpty() ? "" : finding.place() + ": ";
      line(1, finding.severity() + "  " + place + finding.message() + "  [" + finding.rule() + "]");
      if (!title.equals("Mended")) {
        finding.advice().lines().forEach(advice -> line(3, advice));
      }
      if (!finding.more().isEmpty()) {
        line(
            1,
            "… and %d more of %s: %s"
                .formatted(
                    finding.more().size(),
                    finding.rule(),
                    FoldedFindings.beginning(finding.more())));
      }
    }
  }

  private void heading(String title) {
    out.append('\n').append(title).append('\n');
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")).append('\n');
  }
}
