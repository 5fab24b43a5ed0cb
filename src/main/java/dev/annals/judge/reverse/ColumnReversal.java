package dev.annals.judge.reverse;

import static dev.annals.ddl.ColumnSettings.alter;

import dev.annals.ddl.ColumnSettings;
import dev.annals.ddl.Target;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Set;

/** Sets a table's column back to what it was. */
final class ColumnReversal {

  private final Column before;
  private final Column after;
  private final Draft draft;

  ColumnReversal(Column before, Column after, Draft draft) {
    this.before = before;
    this.after = after;
    this.draft = draft;
  }

  /**
   * Writes what is needed for one property.
   *
   * @param properties all that changed: some go together
   * @param attached whether its table became a partition, or ceased to be one
   */
  void back(Property property, Set<Property> properties, boolean attached) {
    boolean retyped = properties.contains(Property.TYPE) || properties.contains(Property.COLLATION);
    switch (property) {
      case TYPE -> type();
      case COLLATION -> {
        if (!properties.contains(Property.TYPE)) {
          type();
        }
      }
      case DEFAULT -> {
        if (!retyped) {
          standard();
        }
      }
      case NULLABLE -> {
        if (!(properties.contains(Property.IDENTITY) && before.identity().isEmpty())) {
          nullable();
        }
      }
      case IDENTITY -> {
        if (!attached) {
          identity(properties.contains(Property.NULLABLE));
        }
      }
      case START, MINIMUM, MAXIMUM, INCREMENT, CYCLE, CACHE -> counting();
      case GENERATED -> generated();
      case STORAGE -> storage();
      case OPTIONS -> draft.add(Phase.ALTER, ColumnSettings.options(before, after.options()));
      case COMMENT -> draft.add(Phase.FINISH, Target.comment(before));
      case POSITION ->
          draft.impossible(
              "column "
                  + before.ref().display()
                  + " keeps its place: PostgreSQL cannot move a column");
      default -> draft.byHand();
    }
  }

  private void type() {
    boolean standard = !after.defaultValue().isEmpty();
    boolean plain = before.generated().isEmpty();
    if (standard) {
      draft.add(Phase.ALTER, alter(before, "DROP DEFAULT"));
    }
    String collation = before.collation().isEmpty() ? "" : " COLLATE " + before.collation();
    String using = plain ? " USING " + Conversions.between(after, before) : "";
    draft.add(Phase.ALTER, alter(before, "TYPE " + before.type() + collation + using));
    if (!before.defaultValue().isEmpty()) {
      draft.add(Phase.ALTER, alter(before, "SET DEFAULT " + before.defaultValue()));
    }
  }

  private void standard() {
    boolean none = before.defaultValue().isEmpty();
    draft.add(
        Phase.ALTER, alter(before, none ? "DROP DEFAULT" : "SET DEFAULT " + before.defaultValue()));
  }

  private void nullable() {
    draft.add(Phase.ALTER, alter(before, (before.nullable() ? "DROP" : "SET") + " NOT NULL"));
  }

  private void identity(boolean nullable) {
    if (before.identity().isEmpty()) {
      draft.add(Phase.ALTER, alter(before, "DROP IDENTITY"));
      if (nullable) {
        nullable();
      }
      return;
    }
    if (!after.identity().isEmpty()) {
      draft.add(Phase.ALTER, alter(before, "SET GENERATED " + before.identity()));
      return;
    }
    if (nullable) {
      nullable();
    }
    if (!after.defaultValue().isEmpty()) {
      draft.add(Phase.ALTER, alter(before, "DROP DEFAULT"));
    }
    draft.add(Phase.ALTER, alter(before, "ADD " + ColumnSettings.identity(before)));
  }

  /** What the limits of one type allow another may not: they go before it comes. */
  private void counting() {
    boolean wider = !before.counting().keySet().containsAll(after.counting().keySet());
    draft.add(wider ? Phase.NAMES : Phase.ALTER, ColumnSettings.count(before));
  }

  private void generated() {
    String was = before.generated();
    if (was.isEmpty() && after.generated().startsWith("STORED")) {
      draft.add(Phase.ALTER, alter(before, "DROP EXPRESSION"));
    } else if (!was.isEmpty()
        && !after.generated().isEmpty()
        && was.substring(0, 3).equals(after.generated().substring(0, 3))) {
      String expression = was.substring(was.indexOf(' ') + 1);
      draft.add(Phase.ALTER, alter(before, "SET EXPRESSION AS " + expression));
    } else {
      draft.byHand();
    }
  }

  private void storage() {
    draft.add(Phase.ALTER, ColumnSettings.storage(before, after.storage()));
  }
}
