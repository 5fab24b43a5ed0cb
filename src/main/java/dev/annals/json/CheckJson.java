package dev.annals.json;

import dev.annals.json.CheckDocument.FindingEntry;
import dev.annals.json.CheckDocument.Subject;
import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;

/** Writes what a check found: {@code annals check --format json}. */
public final class CheckJson {

  private CheckJson() {}

  /** The report as JSON; the same report gives the same bytes. */
  public static byte[] write(Report report) {
    return ChronicleJson.MAPPER.writeValueAsBytes(
        Records.writeRecord(
            new CheckDocument(
                CheckDocument.FORMAT,
                report.chronicle().project().title(),
                report.chronicle().database(),
                report.chronicle().engine(),
                report.chronicle().version().toString(),
                report.threshold().label(),
                !report.failing().isEmpty(),
                report.findings().stream().map(each -> entry(each, report)).toList(),
                report.baseline(),
                report.gone())));
  }

  /** The JSON Schema of what {@link #write} gives. */
  public static byte[] schema() {
    return ChronicleJson.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(
            JsonSchema.of(CheckDocument.class, "Annals check", CheckDocument.FORMAT));
  }

  private static FindingEntry entry(Finding finding, Report report) {
    return new FindingEntry(
        finding.fingerprint(),
        finding.rule(),
        finding.severity(),
        finding.confidence(),
        !finding.ignored().isEmpty() ? "ignored" : finding.known() ? "known" : "open",
        report.fails(finding),
        finding.ignored(),
        finding.subjects().stream()
            .map(ref -> new Subject(ref.kind().label(), ref.qualified()))
            .toList(),
        finding.message(),
        finding.why(),
        finding.advice(),
        finding.path(),
        finding.line(),
        finding.migration(),
        finding.release());
  }
}
