package dev.annals.judge.reverse;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Reversibility;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;

/** Says in one sentence what going back loses, or where it may fail. */
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
          ? "the rows that " + subject(recreated.before()) + " had do not come back"
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
    if (object instanceof Table) {
      return "what was written to " + subject(object) + " goes with it";
    }
    if (object instanceof EnumValue) {
      return subject(object) + " stays: PostgreSQL cannot take a label out of an enum";
    }
    return object instanceof Column column && column.generated().isEmpty()
        ? "what was written to " + subject(object) + " goes with it"
        : "";
  }

  private static String dropped(SchemaObject object, boolean exact) {
    if (object instanceof Table) {
      return "the rows that " + subject(object) + " had do not come back";
    }
    if (object instanceof Column column) {
      return column.generated().isEmpty()
          ? "the values that " + subject(object) + " had do not come back"
          : "";
    }
    if (object instanceof Sequence sequence) {
      return subject(object) + " begins at " + sequence.start() + " again";
    }
    boolean strict =
        object.ref().kind().isConstraint()
            || object.ref().kind() == ObjectKind.DOMAIN_CHECK
            || (object instanceof Index index && index.unique());
    return strict && !exact ? "fails where rows written since do not fit " + subject(object) : "";
  }

  private static String altered(Change.Altered altered, DataEffect data) {
    String subject = subject(altered.before());
    if (data == DataEffect.LOSS || data == DataEffect.SILENT_LOSS) {
      return "what the migration did to the values of " + subject + " is not undone";
    }
    if (altered.property() == Property.NULLABLE) {
      return "fails where " + subject + " has come to hold null";
    }
    return altered.property() == Property.TYPE || altered.before().ref().kind().isConstraint()
        ? "fails where rows written since do not fit " + subject
        : "";
  }
}
