package dev.annals.render.page;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import dev.annals.render.diagram.Areas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A chronicle with everything that pages look up in it, found once. */
final class SiteIndex {

  private final Chronicle chronicle;
  private final Schema schema;
  private final Map<Integer, Release> releaseOfStep = new HashMap<>();
  private final Map<ObjectRef, Lifeline> alive = new HashMap<>();
  private final Map<String, List<Lifeline.Event>> eventsOfOwner = new HashMap<>();
  private final Map<String, List<Finding>> findingsOfOwner = new HashMap<>();
  private final Map<String, Rationale> pages = new TreeMap<>();
  private final Map<ObjectRef, Rationale> pagesOf = new HashMap<>();
  private final Map<String, Rationale> files = new HashMap<>();
  private final Map<String, Integer> migrationFiles = new HashMap<>();
  private final Names names;
  private final Areas areas;
  private final Ages ages;

  SiteIndex(Chronicle chronicle, Kept kept) {
    this.chronicle = chronicle;
    this.schema = chronicle.schema();
    for (Release release : chronicle.releases()) {
      release.steps().forEach(step -> releaseOfStep.put(step, release));
    }
    for (Lifeline lifeline : chronicle.lifelines()) {
      if (lifeline.alive()) {
        alive.put(lifeline.ref(), lifeline);
      }
      eventsOfOwner
          .computeIfAbsent(owner(lifeline.ref()), key -> new ArrayList<>())
          .addAll(lifeline.events());
    }
    for (Finding finding : chronicle.findings()) {
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
    for (int i = 0; i < chronicle.steps().size(); i++) {
      migrationFiles.put(chronicle.steps().get(i).step().migration().path(), i);
    }
    this.names = kept.names(chronicle);
    this.areas = kept.areas(chronicle, explicitAreas());
    this.ages = kept.ages(chronicle);
  }

  /** Areas as the team says them, by table. */
  SortedMap<String, String> explicitAreas() {
    SortedMap<String, String> explicit = new TreeMap<>();
    pagesOf.forEach(
        (ref, page) -> {
          if (!page.area().isEmpty()) {
            explicit.put(ref.display(), page.area());
          }
        });
    return explicit;
  }

  private static String owner(ObjectRef ref) {
    return ref.kind() == ObjectKind.GRANT && ref.parent().isEmpty()
        ? ""
        : ref.schema() + "\0" + ref.owner();
  }

  Chronicle chronicle() {
    return chronicle;
  }

  Schema schema() {
    return schema;
  }

  Areas areas() {
    return areas;
  }

  /** What every object was in every release. */
  Ages ages() {
    return ages;
  }

  /** The release that brought a step; null for none. */
  Release releaseOf(int step) {
    return releaseOfStep.get(step);
  }

  /** The lifeline of an object that is there; null where it has none. */
  Lifeline lifeline(ObjectRef ref) {
    return alive.get(ref);
  }

  Migration migration(int step) {
    return chronicle.steps().get(step).step().migration();
  }

  /** All that happened to a relation or type and its parts, latest first. */
  List<Lifeline.Event> events(ObjectRef ref) {
    return eventsOfOwner.getOrDefault(owner(ref), List.of()).stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(Lifeline.Event::step)
                .reversed()
                .thenComparingInt(Lifeline.Event::change))
        .toList();
  }

  /** The team's page on something; null where there is none. */
  Rationale page(ObjectRef ref) {
    return pagesOf.get(ref);
  }

  /** True where somebody has written why it is there; a stub does not say. */
  boolean isExplained(ObjectRef ref) {
    Rationale page = page(ref);
    return page != null && !page.stub();
  }

  /** The team's page of a name such as {@code index}; null where there is none. */
  Rationale page(String subject) {
    return pages.get(subject);
  }

  /** The findings about an object and its parts. */
  List<Finding> findings(ObjectRef ref) {
    return findingsOfOwner.getOrDefault(owner(ref), List.of());
  }

  /** Where something is, as seen from a page; empty where it has no place. */
  String href(String from, ObjectRef ref) {
    String page = PageNames.page(ref);
    if (!page.isEmpty()) {
      return schema.find(ref).isPresent() ? PageNames.relative(from, page) : "";
    }
    String owner =
        schema
            .relation(ref.schema(), ref.owner())
            .map(object -> PageNames.page(object.ref()))
            .orElse("");
    boolean placed = ref.kind().belongsToRelation() && schema.find(ref).isPresent();
    return owner.isEmpty()
        ? ""
        : PageNames.relative(from, owner) + (placed ? "#" + PageNames.anchor(ref) : "");
  }

  /** Where the subject of double brackets is; empty where there is nothing of the name. */
  String look(String from, String text) {
    Optional<ObjectRef> ref = names.object(text).or(() -> names.part(text));
    if (ref.isPresent()) {
      return href(from, ref.get());
    }
    if (pages.containsKey(text)) {
      return PageNames.relative(from, place(pages.get(text)));
    }
    if (text.startsWith(Rationale.AREA)
        && areas.members().containsKey(text.substring(Rationale.AREA.length()))) {
      return PageNames.relative(from, PageNames.area(text.substring(Rationale.AREA.length())));
    }
    for (Release release : chronicle.releases()) {
      if (release.cut().name().equals(text)) {
        return PageNames.relative(from, PageNames.release(text));
      }
    }
    String version = text.replaceFirst("^[Vv](?=\\d)", "");
    for (var step : chronicle.steps()) {
      if (step.step().migration().version().equals(version)) {
        return PageNames.relative(from, PageNames.migration(step.step().migration()));
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
    Integer step = migrationFiles.get(path);
    if (step != null) {
      return PageNames.migration(migration(step));
    }
    return files.containsKey(path) ? place(files.get(path)) : "";
  }

  /** The team's pages on decisions, by their files. */
  List<Rationale> decisions() {
    return pages.values().stream()
        .filter(page -> page.subject().startsWith(Rationale.DECISION))
        .toList();
  }

  /** A page of the team's by its file; null where there is none. */
  Rationale file(String path) {
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
