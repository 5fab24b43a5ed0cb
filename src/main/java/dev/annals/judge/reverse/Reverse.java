package dev.annals.judge.reverse;

import dev.annals.ddl.ColumnSettings;
import dev.annals.ddl.PartDdl;
import dev.annals.ddl.Target;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Descent;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.Trigger;
import dev.annals.model.schema.View;
import dev.annals.model.story.ReverseStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the statements that take a step back, from the schemas on both sides of it. What they
 * cannot say they do not guess at: there the list says that something is to be written by hand.
 */
public final class Reverse {

  private final Schema before;
  private final Schema after;
  private final Map<ObjectRef, ObjectRef> droppedWith;
  private final Draft draft = new Draft();
  private final Rights rights;
  private final Recreation recreation;
  private final Removal removal;
  private final UnitReversal units;
  private final Map<ObjectRef, Set<Property>> altered = new HashMap<>();

  /**
   * @param before the structure to go back to
   * @param after the structure to go back from
   * @param droppedWith what the step took away as a part of something else
   */
  public Reverse(Schema before, Schema after, Map<ObjectRef, ObjectRef> droppedWith) {
    this.before = before;
    this.after = after;
    this.droppedWith = droppedWith;
    this.rights = new Rights(before, draft);
    this.recreation = new Recreation(before, draft, rights);
    this.removal = new Removal(after, draft);
    this.units = new UnitReversal(draft, recreation);
  }

  /** The statements for a step's changes, in the order in which they run. */
  public List<ReverseStatement> of(List<JudgedChange> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    Former former = new Former(before, changes);
    Readers readers = new Readers(after, changes);
    for (JudgedChange judged : changes) {
      if (judged.change() instanceof Change.Altered change) {
        altered
            .computeIfAbsent(change.subject(), ref -> EnumSet.noneOf(Property.class))
            .add(change.property());
        recreation.stays(change.before().ref());
      } else if (judged.change() instanceof Change.Renamed change) {
        recreation.stays(change.before().ref());
      }
    }
    names(changes, former, readers);
    List<SchemaObject> lost = new ArrayList<>();
    Map<SchemaObject, JudgedChange> why = new HashMap<>();
    for (JudgedChange judged : changes) {
      draft.about(judged);
      if (judged.change() instanceof Change.Dropped dropped) {
        if (readers.covers(dropped.object()) && !(dropped.object() instanceof View)) {
          continue;
        }
        lost.add(dropped.object());
        why.put(dropped.object(), judged);
      } else {
        back(judged, readers);
      }
    }
    views(former, readers, lost);
    removal.finish();
    for (SchemaObject object : Dependencies.first(before, lost)) {
      draft.aside();
      if (why.containsKey(object)) {
        draft.about(why.get(object));
      }
      restore(object);
    }
    return draft.statements();
  }

  private void names(List<JudgedChange> changes, Former former, Readers readers) {
    changes.stream()
        .filter(judged -> judged.change() instanceof Change.Renamed)
        .sorted(Comparator.comparingInt(j -> Naming.rank((Change.Renamed) j.change())))
        .forEach(
            judged -> {
              Change.Renamed renamed = (Change.Renamed) judged.change();
              draft.about(judged);
              if (!readers.covers(renamed.after()) && !isReplaced(renamed.after())) {
                draft.add(Phase.NAMES, Naming.back(renamed, former));
              }
            });
  }

  private void views(Former former, Readers readers, List<SchemaObject> lost) {
    for (View view : readers.returning()) {
      removal.inTheWay(view);
      former.of(view).ifPresent(lost::add);
    }
  }

  private void back(JudgedChange judged, Readers readers) {
    if (judged.change() instanceof Change.Added added) {
      if (isInAnother(added.object())) {
        draft.nothing();
        return;
      }
      boolean own = added.object() instanceof View;
      if (own || !readers.covers(added.object())) {
        removal.added(added.object(), judged);
      }
    } else if (judged.change() instanceof Change.Recreated) {
      draft.nothing();
    } else if (judged.change() instanceof Change.Altered change
        && !readers.covers(change.after())) {
      altered(change);
    }
  }

  private void altered(Change.Altered change) {
    SchemaObject was = change.before();
    Set<Property> properties = altered.get(change.subject());
    if (was instanceof EventTrigger trigger) {
      guard(trigger, change);
    } else if (change.property() == Property.COMMENT) {
      draft.add(Phase.FINISH, Target.comment(was));
    } else if (change.property() == Property.OWNER) {
      rights.toOwner(was);
    } else if (isReplaced(change.after())) {
      if (!isInAnother(change.after())) {
        draft.add(Removal.phase(change.after()), PartDdl.drop(change.after()));
      }
      recreation.part(was);
    } else if (IndexSettings.has(was)) {
      draft.add(Phase.ALTER, IndexSettings.back(was, change.after(), change.property()));
    } else if (was instanceof Trigger trigger) {
      draft.add(Phase.ATTACH, PartDdl.state(was, trigger.enabled()));
    } else if (was instanceof RewriteRule rule) {
      draft.add(Phase.ATTACH, PartDdl.state(was, rule.enabled()));
    } else if (was instanceof Grant grant) {
      rights.restore(grant, (Grant) change.after());
    } else if (was instanceof DefaultPrivilege privilege) {
      rights.restore(privilege, (DefaultPrivilege) change.after());
    } else if (was instanceof Column column) {
      new ColumnReversal(column, (Column) change.after(), draft)
          .back(change.property(), properties, isPartitioned(column));
      if (change.property() == Property.STORAGE && properties.contains(Property.TYPE)) {
        keptBelow(column);
      }
    } else if (was instanceof Table table) {
      new TableReversal(table, (Table) change.after(), draft).back(change.property(), properties);
    } else {
      units.back(was, change.after(), change.property(), properties);
    }
  }

  /** What it fires for, and what it calls, is said once, when it is made. */
  private void guard(EventTrigger was, Change.Altered change) {
    Set<Property> properties = altered.get(change.subject());
    boolean remade =
        properties.contains(Property.EVENT)
            || properties.contains(Property.TAGS)
            || properties.contains(Property.FUNCTION);
    if (remade) {
      draft.add(Phase.GUARDS_GO, "DROP " + Target.of(change.after()));
      recreation.unit(was);
    } else if (change.property() == Property.COMMENT) {
      draft.add(Phase.GUARDS_COME, Target.comment(was));
    } else if (change.property() == Property.OWNER) {
      rights.toOwner(was);
    } else {
      draft.add(
          was.disabled() ? Phase.GUARDS_GO : Phase.GUARDS_COME,
          PartDdl.state(was.disabled() ? change.after() : was, was.enabled()));
    }
  }

  /** True for a table in a publication that is dropped and made again. */
  private boolean isInAnother(SchemaObject object) {
    return object instanceof PublishedTable table
        && altered.getOrDefault(table.publicationRef(), Set.of()).contains(Property.ALL_TABLES);
  }

  /** A type that is set back is so in all tables below; how each keeps its values is not. */
  private void keptBelow(Column column) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    for (ObjectRef below : new Descent(before).below(table)) {
      before.columns(below.schema(), below.name()).stream()
          .filter(own -> own.name().equals(column.name()))
          .forEach(own -> draft.add(Phase.ALTER, ColumnSettings.storage(own, "")));
    }
  }

  /** True where the table became a partition or ceases to be one: that gives and takes identity. */
  private boolean isPartitioned(Column column) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    return altered.getOrDefault(table, Set.of()).contains(Property.PARTITION_OF);
  }

  /** True for a part that is dropped and made again rather than altered. */
  private boolean isReplaced(SchemaObject now) {
    Set<Property> properties = EnumSet.noneOf(Property.class);
    properties.addAll(altered.getOrDefault(now.ref(), Set.of()));
    properties.remove(Property.COMMENT);
    properties.remove(Property.ENABLED);
    if (IndexSettings.has(now)) {
      properties.removeAll(IndexSettings.OWN);
    }
    return !properties.isEmpty()
        && switch (now.ref().kind()) {
          case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX -> true;
          case TRIGGER, POLICY, REWRITE_RULE, STATISTICS, DOMAIN_CHECK, PUBLISHED_TABLE -> true;
          default -> false;
        };
  }

  private void restore(SchemaObject object) {
    boolean part = !object.ref().parent().isEmpty();
    switch (object.ref().kind()) {
      case GRANT, DEFAULT_PRIVILEGE -> recreation.part(object);
      default -> {
        if (part) {
          recreation.part(object);
          droppedWith.forEach((lost, whole) -> with(lost, whole, object.ref()));
        } else {
          recreation.unit(object);
        }
      }
    }
  }

  private void with(ObjectRef lost, ObjectRef whole, ObjectRef object) {
    boolean handedDown = lost.kind() == ObjectKind.COLUMN && whole.kind() == ObjectKind.COLUMN;
    if (whole.equals(object) && !handedDown) {
      before.find(lost).ifPresent(recreation::part);
    }
  }
}
