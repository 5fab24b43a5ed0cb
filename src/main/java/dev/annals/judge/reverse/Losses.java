package dev.annals.judge.reverse;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Reversibility;
import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Extension;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;

/**
 * Says in one sentence what going back loses, or where it may fail. Its subject is "going back",
 * and the object stands at its end: what is alike can then be told together.
 */
final class Losses {

  private Losses() {}

  /** The sentence for a change, without a full stop; empty where nothing is lost. */
  static String note(JudgedChange judged) {
    Change change = judged.change();
    boolean exact = judged.verdict().reversibility() == Reversibility.EXACT;
    if (change instanceof Change.Added added) {
      return added(added.object());
    }
    if (change instanceof Change.Dropped dropped) {
      return dropped(dropped.object(), exact);
    }
    if (change instanceof Change.Recreated recreated) {
      return recreated.before() instanceof Table
          ? "does not bring back the rows of " + subject(recreated.before())
          : "";
    }
    if (change instanceof Change.Altered altered) {
      return exact ? "" : altered(altered, judged.verdict().data());
    }
    return "";
  }

  private static String subject(SchemaObject object) {
    return object.ref().kind().label() + " " + object.ref().display();
  }

  private static String added(SchemaObject object) {
    if (object instanceof EnumValue value) {
      ObjectRef type = ObjectRef.of(ObjectKind.ENUM, value.ref().schema(), value.ref().parent());
      return "cannot take the label '" + value.name() + "' out of enum " + type.display();
    }
    boolean holds = object instanceof Column column && column.generated().isEmpty();
    return holds || object instanceof Table ? "loses what was written to " + subject(object) : "";
  }

  private static String dropped(SchemaObject object, boolean exact) {
    if (object instanceof Table) {
      return "does not bring back the rows of " + subject(object);
    }
    if (object instanceof Column column) {
      return column.generated().isEmpty() && !exact
          ? "does not bring back the values of " + subject(object)
          : "";
    }
    if (object instanceof Attribute) {
      return "does not bring back the values of " + subject(object);
    }
    if (object instanceof Sequence sequence) {
      return "begins to count at " + sequence.start() + " again in " + subject(object);
    }
    if (object instanceof Extension) {
      return "does not bring back what was kept in tables of " + subject(object);
    }
    if (object instanceof Publication) {
      return "does not send what happened meanwhile to subscribers of " + subject(object);
    }
    if (object instanceof PublishedTable table) {
      return exact
          ? ""
          : "does not send subscribers what happened meanwhile in table "
              + table.tableRef().display();
    }
    if (object instanceof View view && view.materialized()) {
      return "computes anew what is in " + subject(object);
    }
    return exact ? "" : made(object);
  }

  /** For what is made again over the rows that are there by then. */
  private static String made(SchemaObject object) {
    if (isStrict(object)) {
      return "fails where rows written since do not fit " + subject(object);
    }
    return object instanceof Index
        ? "keeps writers waiting while it builds " + subject(object)
        : "";
  }

  private static boolean isStrict(SchemaObject object) {
    return object.ref().kind().isConstraint()
        || object.ref().kind() == ObjectKind.DOMAIN_CHECK
        || (object instanceof Index index && index.unique());
  }

  private static String altered(Change.Altered altered, DataEffect data) {
    String subject = subject(altered.before());
    if (data == DataEffect.LOSS || data == DataEffect.SILENT_LOSS) {
      return "does not undo what the migration did to the values of " + subject;
    }
    if (altered.before() instanceof Sequence || Column.COUNTING.contains(altered.property())) {
      return limits(altered.property())
          ? "fails where numbers have gone beyond the former limits of " + subject
          : "";
    }
    return switch (altered.property()) {
      case NULLABLE -> "fails where null was written to " + subject;
      case TYPE -> "fails where rows written since do not fit " + subject;
      case IDENTITY -> "begins to count at 1 again in " + subject;
      default -> made(altered.before());
    };
  }

  private static boolean limits(Property property) {
    return switch (property) {
      case TYPE, MINIMUM, MAXIMUM -> true;
      default -> false;
    };
  }
}
