package dev.annals.json;

import dev.annals.json.ChronicleDocument.ChangeEntry;
import dev.annals.json.ChronicleDocument.EnvironmentEntry;
import dev.annals.json.ChronicleDocument.Held;
import dev.annals.json.ChronicleDocument.Lives;
import dev.annals.json.ChronicleDocument.Past;
import dev.annals.json.ChronicleDocument.ReleaseEntry;
import dev.annals.json.ChronicleDocument.StepEntry;
import dev.annals.json.ChronicleDocument.Told;
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
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Evidence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads {@code chronicle.json} back. Identities and times are not in it; all else is. */
public final class ChronicleReader {

  private final Past document;
  private final List<SchemaObject> values;
  private final List<Snapshot> schemas;

  private ChronicleReader(Past document) {
    this.document = document;
    this.values = document.objects().stream().flatMap(held -> held.values().stream()).toList();
    this.schemas = schemas(document);
  }

  /**
   * The chronicle that was written.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static Chronicle read(byte[] json) {
    try {
      return read(ChronicleJson.MAPPER.readTree(json));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  /** The chronicle that a JSON tree holds. */
  static Chronicle read(JsonNode tree) {
    Formats.check(tree, ChronicleJson.CHRONICLE);
    JsonNode shapes = tree.get(ChronicleJson.SHAPES);
    Past past = RowsReader.part(shapes, tree.get("past"), Past.class);
    Told told = RowsReader.part(shapes, tree.get("told"), Told.class);
    return new ChronicleReader(past).chronicle(told);
  }

  private static List<Snapshot> schemas(Past document) {
    List<List<SchemaObject>> objects = new ArrayList<>();
    for (int i = 0; i <= document.steps().size(); i++) {
      objects.add(new ArrayList<>());
    }
    for (Held held : document.objects()) {
      for (int span = 0; span + 1 < held.spans().size(); span += 2) {
        int end = held.spans().get(span + 1);
        if (end > objects.size()) {
          throw new IllegalArgumentException("objects are held beyond the last step");
        }
        for (int at = held.spans().get(span); at < end; at++) {
          objects.get(at).addAll(held.values());
        }
      }
    }
    return objects.stream().map(Schema::of).map(Snapshot::of).toList();
  }

  private Chronicle chronicle(Told told) {
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
        lifelines(),
        told.rationale(),
        told.findings(),
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
            entry.files(),
            new Cut.Line(entry.after(), entry.aside()));
    List<ChangeEntry> changes =
        entry.asStep() ? document.steps().get(entry.steps().get(0)).changes() : entry.changes();
    return new Release(cut, entry.steps(), judged(changes), entry.bump(), entry.version());
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
        entry.notes(),
        entry.untracked());
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
    if (number < 1 || number > values.size()) {
      throw new IllegalArgumentException("no object has the number " + number);
    }
    return values.get(number - 1);
  }

  private List<Lifeline> lifelines() {
    List<Lifeline> lifelines = new ArrayList<>();
    for (Lives lives : document.lifelines()) {
      for (int i = 0; i < lives.names().size(); i++) {
        lifelines.add(
            new Lifeline(
                lives.id() + i, lives.names().get(i), lives.born(), lives.gone(), lives.events()));
      }
    }
    return lifelines;
  }

  private Change change(ChangeEntry entry) {
    return switch (entry.what()) {
      case ADDED -> new Change.Added(value(entry.after()));
      case DROPPED -> new Change.Dropped(value(entry.before()));
      case RENAMED -> new Change.Renamed(value(entry.before()), value(entry.after()));
      case RECREATED -> new Change.Recreated(value(entry.before()), value(entry.after()));
      case ALTERED ->
          new Change.Altered(
              value(entry.before()),
              value(entry.after()),
              entry.property().get(0),
              entry.from(),
              entry.to());
    };
  }
}
