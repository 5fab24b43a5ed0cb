package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import dev.annals.model.story.Succession;
import dev.annals.packed.Packed;
import dev.annals.render.Once;
import dev.annals.render.Reads;
import dev.annals.render.notes.Former;
import dev.annals.render.notes.LineWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What pages that are about a part of the past look up in a chronicle. All of it is asked for by
 * {@link Reads}: most of these pages are the same after the next migration.
 */
final class Past implements Reads.Answers {

  private static final String STEP = Reads.PAST + "step";
  private static final String STEPS = Reads.PAST + "steps";
  private static final String NEIGHBOUR = Reads.PAST + "neighbour";
  private static final String RELEASE = Reads.PAST + "release";
  private static final String RELEASES = Reads.PAST + "releases";
  private static final String BEFORE = Reads.PAST + "release before";
  private static final String NEXT = Reads.PAST + "release next";
  private static final String BESIDE = Reads.PAST + "releases beside";
  private static final String LINE = Reads.PAST + "line of release";
  private static final String RELEASE_OF = Reads.PAST + "release of";
  private static final String FORMER = Reads.PAST + "former";
  private static final String FURTHER = Reads.PAST + "further";
  private static final String PLACE = Reads.PAST + "place";
  private static final String VERSION = Reads.PAST + "version";
  private static final String JUDGED = Reads.PAST + "judged";
  private static final String WHOLE = Reads.WHOLE_PAST;
  private static final String LIFE = Reads.PAST + "life";
  private static final String AGES = Reads.PAST + "ages";
  private static final String AROUND = Reads.PAST + "around";

  private final Chronicle chronicle;
  private final Schema schema;
  private final Map<Integer, String> releaseOfStep = new HashMap<>();
  private final Map<String, Integer> stepOf = new HashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Supplier<Map<String, List<Judged>>> byRule;
  private final Supplier<SoFar> soFar;
  private final Supplier<Lives> lives;
  private final Supplier<Ages> ages;
  private final Supplier<Surroundings> surroundings;

  Past(Chronicle chronicle, Supplier<Uses> uses, Supplier<Ages> ages) {
    this.chronicle = chronicle;
    this.schema = chronicle.schema();
    this.byRule = new Once<>(() -> byRule(chronicle));
    this.soFar = new Once<>(() -> new SoFar(chronicle));
    this.lives = new Once<>(() -> new Lives(chronicle, this::brought));
    this.ages = ages;
    this.surroundings = new Once<>(() -> new Surroundings(schema, uses.get()));
    for (int i = 0; i < chronicle.steps().size(); i++) {
      stepOf.put(chronicle.steps().get(i).step().migration().path(), i);
    }
    for (Release release : Release.main(chronicle.releases())) {
      release.steps().forEach(step -> releaseOfStep.put(step, release.cut().name()));
    }
  }

  /** A change of a step. */
  record Judged(int step, JudgedChange change) {}

  /** What the notes of a release tell that is not of its own past alone. */
  private record Further(List<Succession> successions, List<Deprecation> deprecations) {}

  private void note(String... question) {
    Reads.note(String.join("\0", question), this);
  }

  private void note(String what, int number) {
    note(what, String.valueOf(number));
  }

  private void note(String what, ObjectRef ref) {
    note(what, ref.kind().name(), ref.schema(), ref.parent(), ref.name());
  }

  /** The same for all parts of a relation or type. */
  private void noteOwner(String what, ObjectRef ref) {
    note(what, ObjectRef.table(ref.schema(), ref.owner()));
  }

  @Override
  public String to(String question) {
    String[] parts = question.split("\0", -1);
    boolean numbered = parts.length == 2 && !parts[0].equals(RELEASE_OF);
    int number = numbered ? Integer.parseInt(parts[1]) : -1;
    boolean release = at(chronicle.releases(), number).isPresent();
    Optional<Migration> migration = migration(number);
    return switch (parts[0]) {
      case STEP -> migration.isPresent() ? soFar.get().step(number) : "";
      case STEPS -> String.valueOf(chronicle.steps().size());
      case NEIGHBOUR -> migration.map(each -> each.kind() + " " + each.path()).orElse("");
      case RELEASE -> release ? soFar.get().release(number) : "";
      case RELEASES -> String.valueOf(chronicle.releases().size());
      case BEFORE -> release ? compared(number) : "";
      case NEXT -> release ? following(number) : "";
      case BESIDE -> release ? following(number, true).toString() : "";
      case LINE -> release ? LineWords.sentence(chronicle, chronicle.releases().get(number)) : "";
      case RELEASE_OF -> brought(stepOf.getOrDefault(parts[1], -1));
      case FORMER ->
          release ? Key.of(older(number).stream().sorted().toList().toString()).hex() : "";
      case FURTHER ->
          digest(List.of(new Further(chronicle.successions(), chronicle.deprecations())));
      case PLACE -> at(SiteIndex.ref(parts));
      case VERSION -> chronicle.version().toString();
      case LIFE -> told(question, () -> lives.get().text(SiteIndex.ref(parts)));
      case AGES -> told(question, () -> ages.get().text(SiteIndex.ref(parts)));
      case AROUND -> surroundings.get().of(SiteIndex.ref(parts));
      case WHOLE -> "";
      case JUDGED -> digest(found(parts[1], Integer.parseInt(parts[2])));
      default -> throw new IllegalArgumentException("nobody asks: " + question);
    };
  }

  /** Several pages ask. */
  private String told(String question, Supplier<String> answer) {
    return answers.computeIfAbsent(question, each -> answer.get());
  }

  private static String digest(List<? extends Record> values) {
    return Key.of(Packed.plain(values)).hex();
  }

  /** Whoever writes the notes of a release asks for this. */
  void asksForNotes(int release) {
    note(RELEASE, release);
    note(FORMER, release);
    note(LINE, release);
    note(FURTHER);
  }

  /** A step, with the way back from it; its page may ask anything about what was before. */
  JudgedStep step(int step) {
    note(STEP, step);
    return chronicle.steps().get(step);
  }

  /** The lifeline of an object that is there; null where it has none. */
  Lifeline lifeline(ObjectRef ref) {
    noteOwner(LIFE, ref);
    return lives.get().of(ref);
  }

  /**
   * All that happened to a relation or type and its parts, latest first. Whoever asks may ask for
   * these changes, their migrations, and the releases that brought them.
   */
  List<Lifeline.Event> events(ObjectRef ref) {
    noteOwner(LIFE, ref);
    return lives.get().events(ref);
  }

  /** What every object was in every release; of all relations, and so of all the past. */
  Ages ages() {
    whole();
    return ages.get();
  }

  /** What a relation or type and its parts were in every release. */
  List<Ages.Thing> ages(ObjectRef ref) {
    noteOwner(AGES, ref);
    return ages.get().of(ref);
  }

  /** The page of a relation or sequence may ask anything about what is around it there. */
  void asksAround(ObjectRef ref) {
    note(AROUND, ref);
  }

  /** A page may ask anything. */
  void whole() {
    note(WHOLE);
  }

  /** How many steps there are. */
  int steps() {
    note(STEPS);
    return chronicle.steps().size();
  }

  /** The migration of a number, for a link to it; nothing where there is none. */
  Optional<Migration> neighbour(int step) {
    note(NEIGHBOUR, step);
    return migration(step);
  }

  private Optional<Migration> migration(int step) {
    return at(chronicle.steps(), step).map(judged -> judged.step().migration());
  }

  /** The migration of a file. */
  Optional<Migration> ofFile(String path) {
    return migration(stepOf.getOrDefault(path, -1));
  }

  private String compared(int release) {
    return at(chronicle.releases(), Release.before(chronicle.releases(), release))
        .map(each -> each.cut().name())
        .orElse("");
  }

  private String following(int release) {
    List<String> main = following(release, false);
    boolean aside = chronicle.releases().get(release).aside();
    return String.join("", aside ? following(release, true).stream().limit(1).toList() : main);
  }

  /** The names of releases that are compared with one. */
  private List<String> following(int release, boolean aside) {
    List<Release> all = chronicle.releases();
    return IntStream.range(release + 1, all.size())
        .filter(each -> all.get(each).aside() == aside && Release.before(all, each) == release)
        .mapToObj(each -> all.get(each).cut().name())
        .toList();
  }

  private static <T> Optional<T> at(List<T> all, int number) {
    return number < 0 || number >= all.size() ? Optional.empty() : Optional.of(all.get(number));
  }

  /** A release; its page may ask anything about what was before. */
  Release release(int number) {
    note(RELEASE, number);
    return chronicle.releases().get(number);
  }

  /** How many releases there are. */
  int releases() {
    note(RELEASES);
    return chronicle.releases().size();
  }

  /** The name of the release that one is compared with; empty for the first. */
  String releaseBefore(int number) {
    note(BEFORE, number);
    return compared(number);
  }

  /** The name of the release that goes on from one in its own line; empty where there is none. */
  String releaseAfter(int number) {
    note(NEXT, number);
    return following(number);
  }

  /** The names of releases beside the main history that go on from one of it. */
  List<String> releasesBeside(int number) {
    note(BESIDE, number);
    return chronicle.releases().get(number).aside() ? List.of() : following(number, true);
  }

  /** Who says which release one is compared with may ask for it. */
  void asksForLine(int number) {
    note(LINE, number);
  }

  /** The name of the release that brought a step; empty for none. */
  String releaseOf(int step) {
    note(RELEASE_OF, migration(step).map(Migration::path).orElse(""));
    return brought(step);
  }

  private String brought(int step) {
    return releaseOfStep.getOrDefault(step, "");
  }

  /** Relations that are older than a release, under all their names, be they later ones. */
  Set<ObjectRef> former(int release) {
    note(FORMER, release);
    return older(release);
  }

  private Set<ObjectRef> older(int release) {
    return Former.relations(chronicle, chronicle.releases().get(release));
  }

  /** The schema version after the last step. */
  String version() {
    note(VERSION);
    return chronicle.version().toString();
  }

  /** The first changes that a rule has judged, of steps that the page tells of. */
  List<Judged> judged(String rule, int most) {
    note(JUDGED, rule, String.valueOf(most));
    List<Judged> found = found(rule, most);
    found.forEach(judged -> note(STEP, judged.step()));
    return found;
  }

  private List<Judged> found(String rule, int most) {
    List<Judged> all = byRule.get().getOrDefault(rule, List.of());
    return all.subList(0, Math.min(most, all.size()));
  }

  private static Map<String, List<Judged>> byRule(Chronicle chronicle) {
    Map<String, List<Judged>> found = new HashMap<>();
    for (int step = 0; step < chronicle.steps().size(); step++) {
      for (JudgedChange judged : chronicle.steps().get(step).changes()) {
        found
            .computeIfAbsent(judged.verdict().rule(), rule -> new ArrayList<>())
            .add(new Judged(step, judged));
      }
    }
    return found;
  }

  /** Where something is in the site now; empty where it has no place. */
  String place(ObjectRef ref) {
    note(PLACE, ref);
    return at(ref);
  }

  private String at(ObjectRef ref) {
    String page = PageNames.page(ref);
    if (!page.isEmpty()) {
      return schema.find(ref).isPresent() ? page : "";
    }
    ObjectKind type =
        switch (ref.kind()) {
          case ENUM_VALUE -> ObjectKind.ENUM;
          case DOMAIN_CHECK -> ObjectKind.DOMAIN;
          case ATTRIBUTE -> ObjectKind.COMPOSITE;
          default -> null;
        };
    String owner =
        (type == null
                ? schema.relation(ref.schema(), ref.owner())
                : schema.find(ObjectRef.of(type, ref.schema(), ref.parent())))
            .map(object -> PageNames.page(object.ref()))
            .orElse("");
    boolean placed =
        (type != null || ref.kind().belongsToRelation()) && schema.find(ref).isPresent();
    return owner.isEmpty() || !placed ? owner : owner + "#" + PageNames.anchor(ref);
  }
}
