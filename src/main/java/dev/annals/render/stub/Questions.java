package dev.annals.render.stub;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Importance;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.render.notes.Markdown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What only the team can say about a relation: asked where its schema or its history gives cause.
 */
final class Questions {

  private static final int MOST = 8;
  private static final int OF_ONE_SORT = 2;

  private final Chronicle chronicle;
  private final Schema schema;
  private final ObjectRef ref;
  private final List<String> questions = new ArrayList<>();

  private Questions(Chronicle chronicle, ObjectRef ref) {
    this.chronicle = chronicle;
    this.schema = chronicle.schema();
    this.ref = ref;
  }

  static List<String> about(
      Chronicle chronicle, ObjectRef ref, Importance importance, List<Lifeline.Event> events) {
    Questions asked = new Questions(chronicle, ref);
    asked.general(importance.references(ref));
    asked.unexplained(events);
    asked.statuses();
    asked.softDelete();
    asked.documents();
    asked.optionalLinks();
    return asked.questions.subList(0, Math.min(MOST, asked.questions.size()));
  }

  private void general(int references) {
    String name = Markdown.code(ref.display());
    questions.add("Why does " + name + " exist? What could nobody do without it?");
    questions.add(
        ref.kind() == ObjectKind.TABLE
            ? "What is one row, and who writes it: which program, at what moment?"
            : "Who reads it, and what for?");
    if (references > 2) {
      questions.add(
          references + " tables point here: what becomes of their rows when one of these goes?");
    }
  }

  /** Changes that broke somebody, by migrations that do not say why. */
  private void unexplained(List<Lifeline.Event> events) {
    Set<Integer> asked = new HashSet<>();
    for (int i = events.size() - 1; i >= 0 && asked.size() < OF_ONE_SORT; i--) {
      JudgedStep step = chronicle.steps().get(events.get(i).step());
      JudgedChange judged = step.changes().get(events.get(i).change());
      boolean matters =
          judged.verdict().level() == Level.BREAKING
              && !(judged.change() instanceof Change.Added)
              && judged.change().kind() != ObjectKind.TABLE;
      boolean silent = step.step().migration().comment().isEmpty();
      if (matters && silent && asked.add(events.get(i).step())) {
        questions.add(
            StubPages.migration(step.step().migration())
                + ": "
                + Quoted.line(judged.verdict().summary())
                + ". Why?");
      }
    }
  }

  private List<Column> columns() {
    return schema.columns(ref.schema(), ref.name());
  }

  private void statuses() {
    Set<String> enums =
        schema.all(EnumType.class).map(type -> type.ref().qualified()).collect(Collectors.toSet());
    columns().stream()
        .filter(
            column ->
                column.name().matches("(.*_)?(status|state)")
                    || enums.contains(column.type())
                    || enums.contains("public." + column.type())
                    || isListed(column))
        .limit(OF_ONE_SORT)
        .forEach(
            column ->
                questions.add(
                    "What do the values of "
                        + Markdown.code(column.name())
                        + " mean, and what moves a row from one to the next?"));
  }

  private boolean isListed(Column column) {
    return schema.partsOf(ref.schema(), ref.name(), Check.class).stream()
        .anyMatch(
            check ->
                check.expression().contains(column.name() + " = ANY (ARRAY['")
                    || check.expression().contains("(" + column.name() + ")::text = ANY"));
  }

  private void softDelete() {
    columns().stream()
        .filter(column -> column.name().matches("(is_)?deleted(_at|_on)?|removed_at"))
        .findFirst()
        .ifPresent(
            column ->
                questions.add(
                    "Who sets "
                        + Markdown.code(column.name())
                        + ", and are rows ever really removed?"));
  }

  private void documents() {
    columns().stream()
        .filter(column -> column.type().matches("jsonb?|xml|hstore"))
        .limit(OF_ONE_SORT)
        .forEach(
            column ->
                questions.add(
                    "What is in "
                        + Markdown.code(column.name())
                        + ", and where is its shape written down?"));
  }

  private void optionalLinks() {
    schema.foreignKeys(ref.schema(), ref.name()).stream()
        .filter(key -> key.columns().size() == 1 && isNullable(key))
        .limit(OF_ONE_SORT)
        .forEach(
            key -> questions.add("When is " + Markdown.code(key.columns().get(0)) + " empty?"));
  }

  private boolean isNullable(ForeignKey key) {
    return schema
        .column(key.schema(), key.table(), key.columns().get(0))
        .filter(Column::nullable)
        .isPresent();
  }
}
