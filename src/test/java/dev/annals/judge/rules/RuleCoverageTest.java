package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every change that the model can express is answered, and every answer makes sense. */
class RuleCoverageTest {

  private static final Schema SCHEMA = Schema.of(SampleObjects.all());

  @Test
  void thereIsASampleOfEverySortOfObject() {
    Set<String> sorts =
        SampleObjects.all().stream()
            .map(object -> object.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> permitted =
        Arrays.stream(SchemaObject.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(permitted, sorts);
    Set<ObjectKind> kinds =
        SampleObjects.all().stream()
            .map(object -> object.ref().kind())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(ObjectKind.values()), kinds);
  }

  @Test
  void thereIsASampleOfEveryProperty() {
    Set<Property> properties =
        SampleObjects.all().stream()
            .flatMap(object -> object.properties().values().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(Arrays.asList(Property.values())), properties);
  }

  @Test
  void thereIsASampleOfEveryChange() {
    Set<Class<?>> made =
        everyChange().stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(Change.class.getPermittedSubclasses()), made);
  }

  @Test
  void everyChangeIsAnswered() {
    List<String> silent = new ArrayList<>();
    for (Change change : everyChange()) {
      if (RuleCatalogue.rules().stream()
          .allMatch(rule -> rule.judge(change, context(change)).isEmpty())) {
        silent.add(change.getClass().getSimpleName() + " " + describe(change));
      }
    }
    assertTrue(silent.isEmpty(), () -> "no rule answers for\n" + String.join("\n", silent));
  }

  @Test
  void everyAnswerNamesItsObjectAndItsReasons() {
    Set<String> faults = new TreeSet<>();
    for (Change change : everyChange()) {
      Verdict verdict = RuleCatalogue.judge(change, context(change));
      faultsOf(verdict, nameOf(change))
          .forEach(fault -> faults.add(verdict.rule() + " " + fault + ": " + verdict.summary()));
    }
    assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
  }

  private static List<String> faultsOf(Verdict verdict, String name) {
    String summary = verdict.summary();
    Set<Effect> effects = Set.copyOf(List.of(verdict.readers(), verdict.writers()));
    boolean equivalent = verdict.level() == Level.EQUIVALENT;
    List<String> faults = new ArrayList<>();
    faults.add(summary.contains(name) ? "" : "does not name " + name);
    faults.add(summary.endsWith(".") ? "ends in a full stop" : "");
    boolean unsaid = effects.contains(Effect.CONDITIONAL) && verdict.notes().isEmpty();
    faults.add(unsaid ? "does not say on which condition" : "");
    boolean mild = effects.contains(Effect.BREAKS) && verdict.level() != Level.BREAKING;
    faults.add(mild ? "breaks users and is not breaking" : "");
    boolean felt = equivalent && !effects.equals(Set.of(Effect.NONE));
    faults.add(felt ? "is felt and is called equivalent" : "");
    faults.removeIf(String::isEmpty);
    return faults;
  }

  private static String nameOf(Change change) {
    return bare(SCHEMA.find(change.subject()).orElseThrow());
  }

  private static String bare(SchemaObject object) {
    return switch (object.ref().kind()) {
      case DEFAULT_PRIVILEGE, GRANT -> object.ref().name();
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, TRIGGER, INDEX -> "o";
      case DOMAIN_CHECK -> "dm";
      default -> object.ref().name();
    };
  }

  private static String describe(Change change) {
    String property = change instanceof Change.Altered altered ? " " + altered.property() : "";
    return change.subject() + property;
  }

  private static ChangeContext context(Change change) {
    return new ChangeContext(SCHEMA, SCHEMA, List.of(change), Observation.NOTHING, Route.UNKNOWN);
  }

  private static List<Change> everyChange() {
    return SampleObjects.all().stream().flatMap(RuleCoverageTest::changesOf).toList();
  }

  /**
   * The comparison calls a table, or a part of something, that has lost its identity another one:
   * it is dropped and added, never created again.
   */
  private static Stream<Change> changesOf(SchemaObject object) {
    Stream<Change> whole =
        Stream.of(
            new Change.Added(object),
            new Change.Dropped(object),
            new Change.Renamed(object, object));
    Stream<Change> parts =
        object.properties().values().entrySet().stream()
            .flatMap(
                entry ->
                    Stream.of(
                        new Change.Altered(object, object, entry.getKey(), "", entry.getValue()),
                        new Change.Altered(object, object, entry.getKey(), entry.getValue(), ""),
                        new Change.Altered(
                            object, object, entry.getKey(), "was " + entry.getValue(), "other")));
    Stream<Change> again =
        object.ref().parent().isEmpty() && !(object instanceof Table)
            ? Stream.of(new Change.Recreated(object, object))
            : Stream.empty();
    return Stream.of(whole, again, parts).flatMap(changes -> changes);
  }
}
