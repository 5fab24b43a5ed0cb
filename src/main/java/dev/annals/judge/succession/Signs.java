package dev.annals.judge.succession;

import dev.annals.judge.diff.SqlTokens;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Trigger;
import dev.annals.model.story.JudgedStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a step shows about columns that replace others. */
final class Signs {

  private final int step;
  private final Schema schema;
  private final List<Sign> signs = new ArrayList<>();

  private Signs(int step, Schema schema) {
    this.step = step;
    this.schema = schema;
  }

  static List<Sign> of(JudgedStep judged, int step) {
    Signs signs = new Signs(step, judged.step().after().schema());
    for (JudgedChange change : judged.changes()) {
      signs.read(change.change());
    }
    String sql = judged.step().migration().sql();
    Stream.of(CopyingUpdates.of(sql), CopyingInserts.of(sql))
        .flatMap(List::stream)
        .forEach(copy -> signs.add(copy, copy.words(), false));
    signs.signs.sort(Comparator.comparing(Sign::meant));
    return signs.signs;
  }

  /** What somebody has said. */
  static Optional<Sign> of(Deprecation deprecation, int step, String what) {
    ObjectRef former = deprecation.subject();
    String use = deprecation.use();
    if (former.kind() != ObjectKind.COLUMN || use.isEmpty()) {
      return Optional.empty();
    }
    String name = use.substring(use.lastIndexOf('.') + 1);
    String table = use.length() == name.length() ? "" : use.substring(0, use.lastIndexOf('.'));
    boolean sameTable =
        table.isEmpty()
            || table.equals(former.parent())
            || table.equals(former.schema() + "." + former.parent())
            || table.equals(Dotted.of(former.schema(), former.parent()));
    return sameTable
        ? Optional.of(
            new Sign(
                step, copy(former, former.name(), name), what, true, false, deprecation.remove()))
        : Optional.empty();
  }

  private static Copy copy(ObjectRef table, String from, String to) {
    return new Copy(lower(table.schema()), lower(table.parent()), lower(from), lower(to));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void add(Copy copy, String what, boolean bothWays) {
    signs.add(new Sign(step, copy, what, false, bothWays, ""));
  }

  private void read(Change change) {
    if (change instanceof Change.Added added) {
      added(added.object());
    } else if (change instanceof Change.Recreated recreated) {
      added(recreated.after());
    } else if (change instanceof Change.Altered altered) {
      if (altered.property() == Property.COMMENT) {
        said(altered.after());
      } else if (altered.property() == Property.BODY
          && altered.after() instanceof Routine routine) {
        schema
            .all(Trigger.class)
            .filter(trigger -> KeptInStep.calls(trigger, routine))
            .forEach(this::trigger);
      }
    }
  }

  private void added(SchemaObject object) {
    if (object instanceof Trigger trigger) {
      trigger(trigger);
    } else if (object instanceof Column column && !column.generated().isEmpty()) {
      List<String> tokens = SqlTokens.of(column.generated().replaceFirst("^[A-Z]+ ", ""));
      SourceColumn.of(tokens, column.name(), Set.of(), true)
          .ifPresent(
              from ->
                  add(copy(column.ref(), from, column.name()), "it was computed from it", false));
    }
    said(object);
  }

  private void said(SchemaObject object) {
    Deprecation.of(object)
        .flatMap(deprecation -> of(deprecation, step, "its comment says so"))
        .ifPresent(signs::add);
  }

  private void trigger(Trigger trigger) {
    List<Copy> copies = KeptInStep.by(trigger, schema);
    for (Copy copy : copies) {
      boolean both = copies.stream().anyMatch(copy::isReverseOf);
      add(
          copy,
          "trigger "
              + trigger.name()
              + (both ? " keeps both in step" : " copies it on every write"),
          both);
    }
  }
}
