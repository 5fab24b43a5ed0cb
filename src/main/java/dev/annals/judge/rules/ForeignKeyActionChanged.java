package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Another thing that a delete or update does elsewhere. */
final class ForeignKeyActionChanged implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-action-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, ForeignKey.class, Property.ON_DELETE, Property.ON_UPDATE)
        .map(
            altered ->
                ruling(altered.property(), altered.from(), altered.to())
                    .lock(ACCESS_EXCLUSIVE)
                    .work(SCAN)
                    .instead(
                        "Add the new one NOT VALID under another name, validate it, and drop "
                            + altered.after().name())
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }

  /**
   * Only what is refused from now on breaks a program that worked. Who relied on a refusal loses
   * rows instead: whether anybody did, the schema does not say.
   */
  private Ruling ruling(Property property, String from, String to) {
    String what = property == Property.ON_DELETE ? "Deletes" : "Updates of the key";
    if (refuses(from) && refuses(to)) {
      boolean sooner = to.equals("RESTRICT");
      return new Ruling(this, sooner ? POTENTIALLY_BREAKING : NON_BREAKING)
          .writers(sooner ? CONDITIONAL : NONE)
          .note(
              what
                  + (sooner
                      ? " are refused at once, and not at the end of the statement or transaction"
                      : " are refused at the end of the statement or transaction, and not at once"));
    }
    if (refuses(to)) {
      return new Ruling(this, BREAKING)
          .writers(BREAKS)
          .note(what + " that worked are refused from now on");
    }
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .note(
            refuses(from)
                ? what + " that were refused now " + effect(to) + ", and nothing says so"
                : what + " now " + effect(to));
  }

  /** What becomes of the rows that refer. */
  private static String effect(String action) {
    return action.equals("CASCADE")
        ? "take along the rows that refer"
        : action.startsWith("SET NULL")
            ? "leave the rows that refer with null"
            : "leave the rows that refer with defaults";
  }

  private static boolean refuses(String action) {
    return action.equals("NO ACTION") || action.equals("RESTRICT");
  }
}
