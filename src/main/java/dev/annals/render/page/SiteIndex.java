package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Coverage;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import dev.annals.packed.Packed;
import dev.annals.render.Once;
import dev.annals.render.Reads;
import dev.annals.render.diagram.AreaJoins;
import dev.annals.render.diagram.Areas;
import dev.annals.render.notes.Reasons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A chronicle with everything that pages look up in it, found once. What the team's pages decide
 * about is asked for by {@link Reads}, so that it is known which pages an edit has a part in; and
 * so is what is asked of the {@link Past}.
 */
final class SiteIndex implements Reads.Answers {

  private static final String AREAS = "areas";
  private static final String AREA = "area";
  private static final String PAGE = "page";
  private static final String SUBJECT = "subject";
  private static final String FINDINGS = "findings";
  private static final String RULE = "rule";
  private static final String ALL_FINDINGS = "all findings";
  private static final String COVERAGE = "coverage";
  private static final String WRITTEN = "written";
  private static final String LOOK = "look";
  private static final String FILE = "file";
  private static final String PLACE = "place";
  private static final String WHY = "why";

  private final Chronicle chronicle;
  private final Schema schema;
  private final Past past;
  private final Map<String, List<Finding>> findingsOfOwner = new HashMap<>();
  private final Map<String, List<Finding>> findingsOfRule = new HashMap<>();
  private final Map<String, String> rules = new ConcurrentHashMap<>();
  private final Supplier<IdentityHashMap<Finding, String>> digestOf;
  private final Supplier<String> allFindings;
  private final Map<String, Rationale> pages = new TreeMap<>();
  private final Map<ObjectRef, Rationale> pagesOf = new HashMap<>();
  private final Map<String, Rationale> files = new HashMap<>();
  private final Names names;
  private final Areas areas;
  private final Supplier<AreaJoins> joins;
  private final Supplier<Uses> uses;
  private final Supplier<Coverage> coverage;
  private final Supplier<Reasons> reasons;

  SiteIndex(Chronicle chronicle, Kept kept) {
    this.chronicle = chronicle;
    this.schema = chronicle.schema();
    this.uses = new Once<>(() -> new Uses(schema));
    this.past = new Past(chronicle, uses, new Once<>(() -> kept.ages(chronicle)));
    this.digestOf = new Once<>(() -> digestOf(chronicle.findings()));
    this.allFindings = new Once<>(() -> digests(chronicle.findings()));
    for (Finding finding : chronicle.findings()) {
      findingsOfRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
      if (finding.severity() == Severity.HINT || !finding.ignored().isEmpty()) {
        continue; // the checks page folds them away
      }
      finding.subjects().stream()
          .map(SiteIndex::owner)
          .distinct()
          .forEach(
              owner ->
                  findingsOfOwner.computeIfAbsent(owner, key -> new ArrayList<>()).add(finding));
    }
    for (Rationale page : chronicle.rationale()) {
      files.put(page.path(), page);
      if (page.general()) {
        pages.putIfAbsent(page.subject(), page);
      }
      page.about().forEach(ref -> pagesOf.putIfAbsent(ref, page));
    }
    this.names = kept.names(chronicle);
    this.areas = kept.areas(chronicle, allSaid());
    this.joins = new Once<>(() -> AreaJoins.of(schema, areas));
    this.coverage =
        new Once<>(
            () ->
                Coverage.of(
                    schema, chronicle.steps(), chronicle.lifelines(), chronicle.rationale()));
    this.reasons = new Once<>(() -> new Reasons(chronicle));
  }

  /** Areas as the team says them, by table. */
  SortedMap<String, String> explicitAreas() {
    note(AREAS);
    return allSaid();
  }

  private SortedMap<String, String> allSaid() {
    SortedMap<String, String> explicit = new TreeMap<>();
    pagesOf.forEach(
        (ref, page) -> {
          if (!page.area().isEmpty()) {
            explicit.put(ref.display(), page.area());
          }
        });
    return explicit;
  }

  /** What has a page, also for its parts; empty for what belongs to nothing that has one. */
  static String owner(ObjectRef ref) {
    boolean of =
        switch (ref.kind()) {
          case GRANT -> !ref.parent().isEmpty() && !ref.schema().isEmpty();
          case EXTENSION, DEFAULT_PRIVILEGE -> false;
          default -> true;
        };
    return of ? ref.schema() + "\0" + ref.owner() : "";
  }

  Chronicle chronicle() {
    return chronicle;
  }

  Schema schema() {
    return schema;
  }

  /** What is asked of a part of the past. */
  Past past() {
    return past;
  }

  Areas areas() {
    note(AREAS);
    return areas;
  }

  /** How areas hang together. */
  AreaJoins areaJoins() {
    note(AREAS);
    return joins.get();
  }

  /** The area of a relation. */
  String area(ObjectRef ref) {
    note(AREA, ref.kind().name(), ref.schema(), ref.parent(), ref.name());
    return areas.of(ref);
  }

  /** Whoever writes the notes of a release reads pages that it goes by. */
  void asksForNotes(int release) {
    note(WHY, String.valueOf(release));
    past.asksForNotes(release);
  }

  private void note(String... question) {
    Reads.note(String.join("\0", question), this);
  }

  /** The answer of today: the same question has the same one where nothing else is told. */
  @Override
  public String to(String question) {
    if (question.startsWith(Reads.PAST)) {
      return past.to(question);
    }
    String[] parts = question.split("\0", -1);
    String first = parts.length < 2 ? "" : parts[1];
    return switch (parts[0]) {
      case AREAS -> digest(new Said(allSaid()));
      case AREA -> areas.of(ref(parts));
      case PAGE -> digest(pagesOf.get(ref(parts)));
      case SUBJECT -> digest(pages.get(first));
      case FINDINGS -> digests(findingsOfOwner.getOrDefault(owner(ref(parts)), List.of()));
      case RULE -> rules.computeIfAbsent(first, rule -> digests(found(rule)));
      case ALL_FINDINGS -> allFindings.get();
      case COVERAGE -> digest(coverage.get());
      case WRITTEN -> digest(Written.of(coverage.get()));
      case LOOK -> target(first);
      case FILE -> digest(files.get(first));
      case PLACE -> placed(first);
      case WHY -> because(Integer.parseInt(first));
      default -> throw new IllegalArgumentException("nobody asks: " + question);
    };
  }

  /** What the team says of areas. */
  private record Said(SortedMap<String, String> areas) {}

  /** The pages that a release goes by. */
  private String because(int release) {
    return release < chronicle.releases().size()
        ? digest(reasons.get().of(chronicle.releases().get(release)))
        : "";
  }

  /** What a question is about. */
  static ObjectRef ref(String[] parts) {
    return new ObjectRef(ObjectKind.valueOf(parts[1]), parts[2], parts[3], parts[4]);
  }

  private static String digest(Object value) {
    return value == null || value.equals(List.of()) ? "" : Key.of(Packed.plain(value)).hex();
  }

  /** That of findings, each of which several lists hold. */
  private String digests(List<Finding> findings) {
    StringBuilder all = new StringBuilder();
    IdentityHashMap<Finding, String> known = digestOf.get();
    findings.forEach(each -> all.append(known.get(each)));
    return findings.isEmpty() ? "" : Key.of(all.toString()).hex();
  }

  private static IdentityHashMap<Finding, String> digestOf(List<Finding> findings) {
    IdentityHashMap<Finding, String> digests = new IdentityHashMap<>();
    findings.forEach(each -> digests.put(each, digest(each)));
    return digests;
  }

  /** The findings of a rule. */
  List<Finding> findings(String rule) {
    note(RULE, rule);
    return found(rule);
  }

  private List<Finding> found(String rule) {
    return findingsOfRule.getOrDefault(rule, List.of());
  }

  /** All findings. */
  List<Finding> findings() {
    note(ALL_FINDINGS);
    return chronicle.findings();
  }

  /** What is written down, table by table. */
  Coverage coverage() {
    note(COVERAGE);
    return coverage.get();
  }

  /** How much is written down. */
  Written written() {
    note(WRITTEN);
    return Written.of(coverage.get());
  }

  /** What uses tables and views. */
  Uses uses() {
    return uses.get();
  }

  /** What every object was in every release. */
  Ages ages() {
    return past.ages();
  }

  /** The lifeline of an object that is there; null where it has none. */
  Lifeline lifeline(ObjectRef ref) {
    return past.lifeline(ref);
  }

  Migration migration(int step) {
    return chronicle.steps().get(step).step().migration();
  }

  /** All that happened to a relation or type and its parts, latest first. */
  List<Lifeline.Event> events(ObjectRef ref) {
    return past.events(ref);
  }

  /** The team's page on something; null where there is none. */
  Rationale page(ObjectRef ref) {
    note(PAGE, ref.kind().name(), ref.schema(), ref.parent(), ref.name());
    return pagesOf.get(ref);
  }

  /** True where somebody has written why it is there; a stub does not say. */
  boolean isExplained(ObjectRef ref) {
    Rationale page = page(ref);
    return page != null && !page.stub();
  }

  /** The team's page of a name such as {@code index}; null where there is none. */
  Rationale page(String subject) {
    note(SUBJECT, subject);
    return pages.get(subject);
  }

  /** The findings about an object and its parts. */
  List<Finding> findings(ObjectRef ref) {
    note(FINDINGS, ref.kind().name(), ref.schema(), ref.parent(), ref.name());
    return findingsOfOwner.getOrDefault(owner(ref), List.of());
  }

  /** Where something is, as seen from a page; empty where it has no place. */
  String href(String from, ObjectRef ref) {
    String place = place(ref);
    return place.isEmpty() ? "" : PageNames.relative(from, place);
  }

  /** Where something is in the site; empty where it has no place. */
  String place(ObjectRef ref) {
    return past.place(ref);
  }

  /** Where the subject of double brackets is; empty where there is nothing of the name. */
  String look(String from, String text) {
    note(LOOK, text);
    String target = target(text);
    return target.isEmpty() ? "" : PageNames.relative(from, target);
  }

  /** Where what has a name is; empty where there is nothing of the name. */
  private String target(String text) {
    return names
        .object(text)
        .or(() -> names.part(text))
        .map(past::place)
        .orElseGet(() -> beside(text));
  }

  /** The page of what is no object. */
  private String beside(String text) {
    if (pages.containsKey(text)) {
      return place(pages.get(text));
    }
    if (text.startsWith(Rationale.AREA)
        && areas.members().containsKey(text.substring(Rationale.AREA.length()))) {
      return PageNames.area(text.substring(Rationale.AREA.length()));
    }
    for (Release release : chronicle.releases()) {
      if (release.cut().name().equals(text)) {
        return PageNames.release(text);
      }
    }
    String version = text.replaceFirst("^[Vv](?=\\d)", "");
    for (var step : chronicle.steps()) {
      if (step.step().migration().version().equals(version)) {
        return PageNames.migration(step.step().migration());
      }
    }
    return "";
  }

  /** Where a page of the team's is shown; empty where it is about nothing that there is. */
  String place(Rationale page) {
    if (page.subject().equals("index")) {
      return "index.html";
    }
    if (page.subject().startsWith(Rationale.AREA)) {
      return PageNames.area(page.subject().substring(Rationale.AREA.length()));
    }
    if (page.subject().startsWith(Rationale.DECISION)) {
      return PageNames.decision(page.path());
    }
    return page.about().isEmpty() ? "" : PageNames.page(page.about().get(0));
  }

  /** Where what a file of the project holds is shown: a page or a migration; empty for others. */
  String placeOfFile(String path) {
    note(PLACE, path);
    return placed(path);
  }

  private String placed(String path) {
    return past.ofFile(path)
        .map(PageNames::migration)
        .orElseGet(() -> files.containsKey(path) ? place(files.get(path)) : "");
  }

  /** The team's pages on decisions, by their files. */
  List<Rationale> decisions() {
    return pages.values().stream()
        .filter(page -> page.subject().startsWith(Rationale.DECISION))
        .toList();
  }

  /** A page of the team's by its file; null where there is none. */
  Rationale file(String path) {
    note(FILE, path);
    return files.get(path);
  }

  /** What names mean. */
  Names names() {
    return names;
  }

  /** Tables that are no partitions, by name. */
  List<Table> tables() {
    return schema.all(Table.class).filter(table -> table.partitionOf().isEmpty()).toList();
  }
}
