package dev.annals.json;

import dev.annals.json.ChronicleDocument.ChangeEntry;
import dev.annals.json.ChronicleDocument.EnvironmentEntry;
import dev.annals.json.ChronicleDocument.Held;
import dev.annals.json.ChronicleDocument.Lives;
import dev.annals.json.ChronicleDocument.Past;
import dev.annals.json.ChronicleDocument.ReleaseEntry;
import dev.annals.json.ChronicleDocument.StepEntry;
import dev.annals.json.ChronicleDocument.Told;
import dev.annals.json.ChronicleDocument.What;
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
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Evidence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a chronicle as {@code chronicle.json}, and a schema as {@code schema.json}. */
public final class ChronicleJson {

  static final String CHRONICLE = "annals-chronicle/3";
  static final String SCHEMA = "annals-schema/2";
  static final String SHAPES = "shapes";
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** How what {@link #past} gives begins. */
  private static final byte[] BEGIN = utf8("{\"" + Shapes.TEXTS + "\":");

  private final Map<SchemaObject, Integer> numbers = new HashMap<>();

  /** Most values are the same instance from step to step: spares hashing them again. */
  private final IdentityHashMap<SchemaObject, Integer> known = new IdentityHashMap<>();

  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<List<Integer>> spans = new ArrayList<>();

  private ChronicleJson() {}

  /** The chronicle as JSON; the same chronicle gives the same bytes. */
  public static byte[] write(Chronicle chronicle) {
    return write(chronicle, past(chronicle));
  }

  /**
   * The same bytes, of which those that the team's pages have no part in are known.
   *
   * @param past what {@link #past} gives for another story of the same past
   * @throws IllegalArgumentException if it is something else
   */
  public static byte[] write(Chronicle chronicle, byte[] past) {
    if (past.length < BEGIN.length
        || !Arrays.equals(past, 0, BEGIN.length, BEGIN, 0, BEGIN.length)) {
      throw new IllegalArgumentException("not the past of a chronicle");
    }
    Told told = new Told(chronicle.rationale(), chronicle.findings());
    return document(
        CHRONICLE,
        Shapes.of(Past.class, Told.class),
        List.of("past", "told"),
        List.of(past, Rows.part(told)));
  }

  /** What the team's pages have no part in. */
  public static byte[] past(Chronicle chronicle) {
    return Rows.part(new ChronicleJson().document(chronicle));
  }

  /** The schema after the last step, as JSON. */
  public static byte[] writeSchema(Chronicle chronicle) {
    SchemaDocument document =
        new SchemaDocument(
            chronicle.database(),
            chronicle.engine(),
            chronicle.version().toString(),
            chronicle.schema().objects());
    return document(
        SCHEMA, Shapes.of(SchemaDocument.class), List.of("schema"), List.of(Rows.part(document)));
  }

  /** A document whose parts are JSON already. */
  private static byte[] document(
      String format, ObjectNode shapes, List<String> names, List<byte[]> parts) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(8192 + parts.stream().mapToInt(part -> part.length).sum());
    out.writeBytes(utf8("{\"format\":\"" + format + "\",\"" + SHAPES + "\":"));
    out.writeBytes(MAPPER.writeValueAsBytes(shapes));
    for (int i = 0; i < names.size(); i++) {
      out.writeBytes(utf8(",\"" + names.get(i) + "\":"));
      out.writeBytes(parts.get(i));
    }
    out.write('}');
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The JSON Schema of {@code chronicle.json}. */
  public static byte[] chronicleSchema() {
    Map<String, Class<?>> parts = new LinkedHashMap<>();
    parts.put("past", Past.class);
    parts.put("told", Told.class);
    return MAPPER.writeValueAsBytes(RowsSchema.of("Annals chronicle", CHRONICLE, parts));
  }

  /** The JSON Schema of {@code schema.json}. */
  public static byte[] schemaSchema() {
    return MAPPER.writeValueAsBytes(
        RowsSchema.of("Annals schema", SCHEMA, Map.of("schema", SchemaDocument.class)));
  }

  private Past document(Chronicle chronicle) {
    hold(chronicle.initial().schema(), 0);
    for (int i = 0; i < chronicle.steps().size(); i++) {
      hold(chronicle.steps().get(i).step().after().schema(), i + 1);
    }
    List<StepEntry> steps = chronicle.steps().stream().map(this::step).toList();
    List<ReleaseEntry> releases =
        chronicle.releases().stream().map(release -> release(chronicle, release)).toList();
    List<EnvironmentEntry> environments =
        chronicle.environments().stream().map(this::environment).toList();
    return new Past(
        chronicle.project(),
        chronicle.database(),
        chronicle.engine(),
        chronicle.initialVersion(),
        held(),
        steps,
        chronicle.undo(),
        releases,
        lives(chronicle.lifelines()),
        environments,
        chronicle.waysBack(),
        chronicle.successions(),
        chronicle.deprecations(),
        chronicle.notes());
  }

  /**
   * All values in the order of their numbers, neighbours that hold in the same schemas together.
   */
  private List<Held> held() {
    List<Held> held = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= objects.size(); i++) {
      if (i == objects.size() || !spans.get(i).equals(spans.get(from))) {
        held.add(new Held(spans.get(from), objects.subList(from, i)));
        from = i;
      }
    }
    return held;
  }

  /** Neighbours to which the same happened together. */
  private static List<Lives> lives(List<Lifeline> lifelines) {
    List<Lives> lives = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lifelines.size(); i++) {
      if (i == lifelines.size() || !areAlike(lifelines.get(from), lifelines.get(i), i - from)) {
        Lifeline first = lifelines.get(from);
        lives.add(
            new Lives(
                first.id(),
                first.born(),
                first.gone(),
                first.events(),
                lifelines.subList(from, i).stream().map(Lifeline::names).toList()));
        from = i;
      }
    }
    return lives;
  }

  private static boolean areAlike(Lifeline first, Lifeline later, int places) {
    return later.id() == first.id() + places
        && later.born() == first.born()
        && later.gone() == first.gone()
        && later.events().equals(first.events());
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
    boolean asStep =
        release.steps().size() == 1
            && !release.changes().isEmpty()
            && chronicle.steps().get(release.steps().get(0)).changes().equals(release.changes());
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
        asStep ? List.of() : release.changes().stream().map(this::judged).toList(),
        release.bump(),
        release.version(),
        asStep,
        release.cut().line().after(),
        release.aside());
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
        environment.notes(),
        environment.untracked());
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
    What what = What.valueOf(change.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    return new ChangeEntry(what, before, after, property, from, to, verdicts, evidence);
  }
}
