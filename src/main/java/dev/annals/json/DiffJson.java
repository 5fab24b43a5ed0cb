package dev.annals.json;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.story.Preview;

/** Writes a preview as JSON: {@code annals diff --format json}. */
public final class DiffJson {

  private DiffJson() {}

  /** The preview as JSON; the same preview gives the same bytes. */
  public static byte[] write(Preview preview) {
    return ChronicleJson.MAPPER.writeValueAsBytes(
        Records.writeRecord(
            new DiffDocument(
                DiffDocument.FORMAT,
                preview.project().title(),
                preview.database(),
                preview.engine(),
                preview.base(),
                preview.head(),
                preview.from().toString(),
                preview.to().toString(),
                preview.bump(),
                (int) preview.breaking(),
                preview.changes().stream().map(DiffJson::entry).toList(),
                preview.steps().stream().map(NotesJson::step).toList(),
                preview.waysBack(),
                preview.files(),
                preview.findings(),
                preview.pages(),
                preview.mended(),
                preview.notes())));
  }

  /** The JSON Schema of what {@link #write} gives. */
  public static byte[] schema() {
    return ChronicleJson.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(
            JsonSchema.of(DiffDocument.class, "Annals preview", DiffDocument.FORMAT));
  }

  private static DiffDocument.ChangeEntry entry(JudgedChange judged) {
    Change change = judged.change();
    Change.Altered altered = change instanceof Change.Altered a ? a : null;
    return new DiffDocument.ChangeEntry(
        change.getClass().getSimpleName(),
        change.kind(),
        change.subject().qualified(),
        change instanceof Change.Renamed r ? r.before().ref().qualified() : "",
        altered == null ? "" : altered.property().label(),
        altered == null ? "" : altered.from(),
        altered == null ? "" : altered.to(),
        judged.verdict(),
        judged.evidence());
  }
}
