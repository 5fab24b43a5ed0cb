package dev.annals.json;

import dev.annals.json.ChronicleDocument.ChangeEntry;
import dev.annals.json.ChronicleDocument.EnvironmentEntry;
import dev.annals.json.ChronicleDocument.Held;
import dev.annals.json.ChronicleDocument.ReleaseEntry;
import dev.annals.json.ChronicleDocument.StepEntry;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Cut;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Evidence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Reads {@code chronicle.json} back. Identities and times are not in it; all else is. */
public final class ChronicleReader {

  private final ChronicleDocument document;
  private final List<Snapshot> schemas;

  private ChronicleReader(ChronicleDocument document) {
    this.document = document;
    this.schemas = schemas(document);
  }

  /**
   * The chronicle that was written.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static Chronicle read(byte[] json) {
    try {
      ChronicleDocument document =
          (ChronicleDocument)
              Records.read(ChronicleJson.MAPPER.readTree(json), ChronicleDocument.class);
      if (!document.format().equals(ChronicleJson.CHRONICLE)) {
        throw new IllegalArgumentException("not a chronicle of this format");
      }
      return new ChronicleReader(document).chronicle();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  private static List<Snapshot> schemas(ChronicleDocument document) {
    List<List<SchemaObject>> objects = new ArrayList<>();
    for (int i = 0; i <= document.steps().size(); i++) {
      objects.add(new ArrayList<>());
    }
    for (Held held : document.objects()) {
      for (int span = 0; span + 1 < held.spans().size(); span += 2) {
        for (int at = held.spans().get(span); at < held.spans().get(span + 1); at++) {
          objects.get(at).add(held.object());
        }
      }
    }
    return objects.stream().map(Schema::of).map(Snapshot::of).toList();
  }

  private Chronicle chronicle() {
    List<JudgedStep> steps = new ArrayList<>();
    for (int i = 0; i < document.steps().size(); i++) {
      StepEntry entry = document.steps().get(i);
      steps.add(
          new JudgedStep(
              new Step(entry.migration(), schemas.get(i + 1), entry.observation()),
              judged(entry.changes()),
              entry.bump(),
              entry.version()));
    }
    return new Chronicle(
        document.project(),
        document.database(),
        document.engine(),
        schemas.get(0),
        steps,
        document.undo(),
        document.releases().stream().map(this::release).toList(),
        document.initialVersion(),
        document.lifelines(),
        document.rationale(),
        document.findings(),
        document.environments().stream().map(this::environment).toList(),
        document.waysBack(),
        document.successions(),
        document.deprecations(),
        document.notes());
  }

  private Release release(ReleaseEntry entry) {
    Snapshot schema =
        entry.objects().isEmpty()
            ? schemas.get(entry.through() + 1)
            : Snapshot.of(Schema.of(entry.objects().stream().map(this::value).toList()));
    Cut cut =
        new Cut(
            entry.name(),
            entry.title(),
            entry.date(),
            entry.commit(),
            entry.through(),
            schema,
            entry.edited(),
            entry.files());
    return new Release(cut, entry.steps(), judged(entry.changes()), entry.bump(), entry.version());
  }

  private Environment environment(EnvironmentEntry entry) {
    return new Environment(
        entry.name(),
        entry.engine(),
        entry.problem(),
        entry.applied(),
        entry.pending(),
        entry.version(),
        entry.drift().stream().map(this::change).toList(),
        entry.reader(),
        entry.notes());
  }

  private List<JudgedChange> judged(List<ChangeEntry> entries) {
    return entries.stream()
        .map(entry -> new JudgedChange(change(entry), entry.verdicts().get(0), evidence(entry)))
        .toList();
  }

  private static Evidence evidence(ChangeEntry entry) {
    return entry.evidence().isEmpty() ? Evidence.NONE : entry.evidence().get(0);
  }

  private SchemaObject value(int number) {
    return document.objects().get(number - 1).object();
  }

  private Change change(ChangeEntry entry) {
    return switch (entry.what()) {
      case "Added" -> new Change.Added(value(entry.after()));
      case "Dropped" -> new Change.Dropped(value(entry.before()));
      case "Renamed" -> new Change.Renamed(value(entry.before()), value(entry.after()));
      case "Recreated" -> new Change.Recreated(value(entry.before()), value(entry.after()));
      case "Altered" ->
          new Change.Altered(
              value(entry.before()),
              value(entry.after()),
              entry.property().get(0),
              entry.from(),
              entry.to());
      default -> throw new IllegalArgumentException("no change is a \"" + entry.what() + "\"");
    };
  }
}
