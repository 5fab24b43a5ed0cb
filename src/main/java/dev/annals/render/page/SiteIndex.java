package dev.annals.render.page;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import dev.annals.render.diagram.Areas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, ObjectRef> names = new HashMap<>();
  private final Areas areas;

  SiteIndex(Chronicle chronicle) {
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
    chronicle.rationale().forEach(page -> pages.put(page.subject(), page));
    for (SchemaObject object : schema.objects()) {
      enter(object);
    }
    this.areas = Areas.of(schema, explicitAreas());
  }

  private void enter(SchemaObject object) {
    ObjectRef ref = object.ref();
    if (!PageNames.page(ref).isEmpty() || ref.kind() == ObjectKind.COLUMN) {
      names.put(ref.qualified(), ref);
      names.putIfAbsent(ref.display(), ref);
    }
    if (object instanceof Routine routine) {
      names.putIfAbsent(routine.name(), ref);
      names.putIfAbsent(routine.schema() + "." + routine.name(), ref);
    }
  }

  private SortedMap<String, String> explicitAreas() {
    SortedMap<String, String> explicit = new TreeMap<>();
    for (Rationale page : chronicle.rationale()) {
      ObjectRef ref = names.get(page.subject());
      if (ref != null && !page.area().isEmpty()) {
        explicit.put(ref.display(), page.area());
      }
    }
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
    Rationale page = pages.get(ref.qualified());
    return page == null ? pages.get(ref.display()) : page;
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
    ObjectRef ref = names.get(text);
    if (ref != null) {
      return href(from, ref);
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

  /** Tables that are no partitions, by name. */
  List<Table> tables() {
    return schema.all(Table.class).filter(table -> table.partitionOf().isEmpty()).toList();
  }
}
