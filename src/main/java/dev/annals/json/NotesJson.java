package dev.annals.json;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import java.util.List;
import java.util.Optional;

/** Writes one release as JSON: {@code annals notes --format json}. */
public final class NotesJson {

  private NotesJson() {}

  /** The release as JSON; the same release gives the same bytes. */
  public static byte[] write(Chronicle chronicle, Release release) {
    Optional<Release> before = chronicle.before(release);
    return ChronicleJson.MAPPER.writeValueAsBytes(
        Records.writeRecord(
            new NotesDocument(
                NotesDocument.FORMAT,
                chronicle.project().title(),
                chronicle.database(),
                chronicle.engine(),
                release.cut().name(),
                release.cut().title(),
                release.cut().date(),
                release.version().toString(),
                release.bump(),
                before.map(each -> each.cut().name()).orElse(""),
                before.map(each -> each.version().toString()).orElse(""),
                release.changes().stream().map(NotesJson::entry).toList(),
                chronicle.successions().stream()
                    .filter(each -> each.touches(release.steps()))
                    .toList(),
                release.steps().stream().map(chronicle.steps()::get).map(NotesJson::step).toList(),
                before.map(each -> each.cut().rewrittenIn(release.cut())).orElse(List.of()),
                before.map(each -> each.cut().missingIn(release.cut())).orElse(List.of()),
                release.cut().edited())));
  }

  /** The JSON Schema of what {@link #write} gives. */
  public static byte[] schema() {
    return ChronicleJson.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(
            JsonSchema.of(NotesDocument.class, "Annals release notes", NotesDocument.FORMAT));
  }

  /** One migration, as notes and previews tell it. */
  static NotesDocument.StepEntry step(JudgedStep step) {
    return new NotesDocument.StepEntry(
        step.step().migration().name(),
        step.step().migration().description(),
        step.step().migration().path(),
        step.step().migration().comment(),
        step.step().migration().introduced(),
        step.step().observation().locks(),
        step.step().observation().work(),
        step.bump(),
        step.version().toString());
  }

  private static NotesDocument.Entry entry(JudgedChange judged) {
    Change change = judged.change();
    String former = change instanceof Change.Renamed r ? r.before().ref().qualified() : "";
    boolean altered = change instanceof Change.Altered;
    return new NotesDocument.Entry(
        change.getClass().getSimpleName(),
        change.kind(),
        change.subject().qualified(),
        former,
        altered ? ((Change.Altered) change).property().label() : "",
        altered ? ((Change.Altered) change).from() : "",
        altered ? ((Change.Altered) change).to() : "",
        judged.verdict(),
        judged.evidence());
  }
}
