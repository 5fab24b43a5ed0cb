package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
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
                new Ruling(this, BREAKING)
                    .writers(refuses(altered.to()) ? BREAKS : SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(SCAN)
                    .note(
                        refuses(altered.to())
                            ? "What was done silently is refused from now on"
                            : "What was refused is done silently from now on")
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

  private static boolean refuses(String action) {
    return action.equals("NO ACTION") || action.equals("RESTRICT");
  }
}
