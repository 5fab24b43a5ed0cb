package dev.annals.json;

import dev.annals.json.ChronicleDocument.ChangeEntry;
import dev.annals.json.ChronicleDocument.EnvironmentEntry;
import dev.annals.json.ChronicleDocument.Held;
import dev.annals.json.ChronicleDocument.ReleaseEntry;
import dev.annals.json.ChronicleDocument.StepEntry;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Evidence;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a chronicle as {@code chronicle.json}, and a schema as {@code schema.json}. */
public final class ChronicleJson {

  static final String CHRONICLE = "annals-chronicle/1";
  static final String SCHEMA = "annals-schema/1";
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** What the team's pages decide about; nothing of the past stands between them. */
  private static final List<String> TOLD = List.of("rationale", "findings");

  private final Map<SchemaObject, Integer> numbers = new HashMap<>();

  /** Most values are the same instance from step to step: spares hashing them again. */
  private final IdentityHashMap<SchemaObject, Integer> known = new IdentityHashMap<>();

  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<List<Integer>> spans = new ArrayList<>();

  private ChronicleJson() {}

  /** The chronicle as JSON; the same chronicle gives the same bytes. */
  public static byte[] write(Chronicle chronicle) {
    return MAPPER.writeValueAsBytes(Records.writeRecord(new ChronicleJson().document(chronicle)));
  }

  /**
   * The same bytes, of which those that the team's pages have no part in are known.
   *
   * @param past what {@link #past} gives for another story of the same past
   * @throws IllegalArgumentException if it is something else
   */
  public static byte[] write(Chronicle chronicle, byte[] past) {
    int head = past.length < 4 ? -1 : ByteBuffer.wrap(past).getInt();
    if (head < 0 || head > past.length - 4) {
      throw new IllegalArgumentException("not the past of a chronicle");
    }
    byte[] told = members(told(chronicle));
    int tail = past.length - 4 - head;
    ByteArrayOutputStream out = new ByteArrayOutputStream(past.length + told.length + 4);
    out.write('{');
    boolean begun = false;
    byte[][] parts = {
      Arrays.copyOfRange(past, 4, 4 + head),
      told,
      Arrays.copyOfRange(past, 4 + head, 4 + head + tail)
    };
    for (byte[] part : parts) {
      if (begun && part.length > 0) {
        out.write(',');
      }
      begun |= part.length > 0;
      out.writeBytes(part);
    }
    out.write('}');
    return out.toByteArray();
  }

  /** What the team's pages have no part in: its length, what is before them, and what after. */
  public static byte[] past(Chronicle chronicle) {
    ObjectNode all = Records.writeRecord(new ChronicleJson().document(chronicle));
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    ObjectNode tail = JsonNodeFactory.instance.objectNode();
    boolean before = true;
    for (RecordComponent component : ChronicleDocument.class.getRecordComponents()) {
      String name = component.getName();
      before &= !TOLD.contains(name);
      if (!TOLD.contains(name) && all.has(name)) {
        (before ? head : tail).set(name, all.get(name));
      }
    }
    byte[] first = members(head);
    byte[] last = members(tail);
    return ByteBuffer.allocate(4 + first.length + last.length)
        .putInt(first.length)
        .put(first)
        .put(last)
        .array();
  }

  private static ObjectNode told(Chronicle chronicle) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    if (!chronicle.rationale().isEmpty()) {
      told.set("rationale", Records.write(chronicle.rationale()));
    }
    if (!chronicle.findings().isEmpty()) {
      told.set("findings", Records.write(chronicle.findings()));
    }
    return told;
  }

  /** An object without its braces. */
  private static byte[] members(ObjectNode object) {
    byte[] all = MAPPER.writeValueAsBytes(object);
    return Arrays.copyOfRange(all, 1, all.length - 1);
  }

  /** The schema after the last step, as JSON. */
  public static byte[] writeSchema(Chronicle chronicle) {
    return MAPPER.writeValueAsBytes(
        Records.writeRecord(
            new SchemaDocument(
                SCHEMA,
                chronicle.database(),
                chronicle.engine(),
                chronicle.version().toString(),
                chronicle.schema().objects())));
  }

  /** The JSON Schema of {@code chronicle.json}. */
  public static byte[] chronicleSchema() {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(JsonSchema.of(ChronicleDocument.class, "Annals chronicle", CHRONICLE));
  }

  /** The JSON Schema of {@code schema.json}. */
  public static byte[] schemaSchema() {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(JsonSchema.of(SchemaDocument.class, "Annals schema", SCHEMA));
  }

  private ChronicleDocument document(Chronicle chronicle) {
    hold(chronicle.initial().schema(), 0);
    for (int i = 0; i < chronicle.steps().size(); i++) {
      hold(chronicle.steps().get(i).step().after().schema(), i + 1);
    }
    List<StepEntry> steps = chronicle.steps().stream().map(this::step).toList();
    List<ReleaseEntry> releases =
        chronicle.releases().stream().map(release -> release(chronicle, release)).toList();
    List<EnvironmentEntry> environments =
        chronicle.environments().stream().map(this::environment).toList();
    List<Held> held = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      held.add(new Held(spans.get(i), objects.get(i)));
    }
    return new ChronicleDocument(
        CHRONICLE,
        chronicle.project(),
        chronicle.database(),
        chronicle.engine(),
        chronicle.initialVersion(),
        held,
        steps,
        chronicle.undo(),
        releases,
        chronicle.lifelines(),
        chronicle.rationale(),
        chronicle.findings(),
        environments,
        chronicle.waysBack(),
        chronicle.successions(),
        chronicle.deprecations(),
        chronicle.notes());
  }

  /** Notes that the schema numbered {@code at} holds these objects. */
  private void hold(Schema schema, int at) {
    for (SchemaObject object : schema.objects()) {
      List<Integer> span = spans.get(number(object) - 1);
      if (!span.isEmpty() && span.get(span.size() - 1) == at) {
        span.set(span.size() - 1, at + 1);
      } else {
        span.add(at);
        span.add(at + 1);
      }
    }
  }

  /** The number of a value, counted from 1. */
  private int number(SchemaObject object) {
    Integer number = known.get(object);
    if (number == null) {
      number = numbers.computeIfAbsent(object, this::enter);
      known.put(object, number);
    }
    return number;
  }

  private int enter(SchemaObject object) {
    objects.add(object);
    spans.add(new ArrayList<>());
    return objects.size();
  }

  private StepEntry step(JudgedStep step) {
    Observation seen = step.step().observation();
    return new StepEntry(
        step.step().migration(),
        new Observation(
            0,
            seen.locks(),
            seen.work(),
            seen.cascaded(),
            seen.statements(),
            seen.transactional(),
            seen.callbacks()),
        step.changes().stream().map(this::judged).toList(),
        step.bump(),
        step.version());
  }

  private ReleaseEntry release(Chronicle chronicle, Release release) {
    int through = release.cut().through();
    Schema own = release.cut().schema().schema();
    Schema main =
        through < 0
            ? chronicle.initial().schema()
            : chronicle.steps().get(through).step().after().schema();
    return new ReleaseEntry(
        release.cut().name(),
        release.cut().title(),
        release.cut().date(),
        release.cut().commit(),
        through,
        own.equals(main) ? List.of() : own.objects().stream().map(this::number).toList(),
        release.cut().edited(),
        release.cut().files(),
        release.steps(),
        release.changes().stream().map(this::judged).toList(),
        release.bump(),
        release.version());
  }

  private EnvironmentEntry environment(Environment environment) {
    return new EnvironmentEntry(
        environment.name(),
        environment.engine(),
        environment.problem(),
        environment.applied(),
        environment.pending(),
        environment.version(),
        environment.drift().stream().map(change -> change(change, List.of(), List.of())).toList(),
        environment.reader(),
        environment.notes());
  }

  private ChangeEntry judged(JudgedChange judged) {
    List<Evidence> evidence =
        judged.evidence().equals(Evidence.NONE) ? List.of() : List.of(judged.evidence());
    return change(judged.change(), List.of(judged.verdict()), evidence);
  }

  private ChangeEntry change(Change change, List<Verdict> verdicts, List<Evidence> evidence) {
    int before = 0;
    int after = 0;
    List<Property> property = List.of();
    String from = "";
    String to = "";
    if (change instanceof Change.Added added) {
      after = number(added.object());
    } else if (change instanceof Change.Dropped dropped) {
      before = number(dropped.object());
    } else if (change instanceof Change.Renamed renamed) {
      before = number(renamed.before());
      after = number(renamed.after());
    } else if (change instanceof Change.Recreated recreated) {
      before = number(recreated.before());
      after = number(recreated.after());
    } else if (change instanceof Change.Altered altered) {
      before = number(altered.before());
      after = number(altered.after());
      property = List.of(altered.property());
      from = altered.from();
      to = altered.to();
    }
    String what = change.getClass().getSimpleName();
    return new ChangeEntry(what, before, after, property, from, to, verdicts, evidence);
  }
}
